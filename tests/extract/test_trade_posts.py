"""Posts in trade and company pages: whose spokesman speaks, what only stands before a name, which ministry is meant."""

import pytest

from tests.extract.reading_of import bodies_of, people_of, tenures_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "浙江省文化厅副处长何小萍说。中共东阳市委常委、宣传部长范小岩介绍说，东阳市设立了奖。",
            ("范小岩", "部长", "中国共产党东阳市委员会宣传部", None),
            id="the party's own place counts, not the province before",
        ),
        pytest.param(
            "由德国默克公司旗下工厂生产。\n美国克莱斯勒汽车公司通知经销商。公司发言人凯文·赫勒说，限购。",
            ("凯文·赫勒", "发言人", "美国克莱斯勒汽车公司", None),
            id="公司 is the one named last",
        ),
        pytest.param(
            "5月25日，中共中央政治局委员、国务院副总理、中美全面经济对话中方牵头人周明远应约通电话。",
            ("周明远", "副总理", "国务院", None),
            id="a list that ends in who leads a dialogue",
        ),
        pytest.param(
            "据广州照明展主办方广州白沟展览有限公司董事长潘小波介绍，展会很好。",
            ("潘小波", "董事长", "广州白沟展览有限公司", None),
            id="主办方 describes",
        ),
        pytest.param(
            "深圳南湖科技公司的技术总监李文辉表示：“不难。”",
            ("李文辉", "技术总监", "深圳南湖科技公司", None),
            id="a field between 的 and the post",
        ),
        pytest.param(
            "白沟股份有限公司想找客户。其国际业务部经理李文辉表示，市场增长。",
            ("李文辉", "经理", "白沟股份有限公司国际业务部", None),
            id="its department",
        ),
        pytest.param(
            "另据报导中国驻美大使崔文凯强调，合作很好。",
            ("崔文凯", "驻美大使", "中华人民共和国", None),
            id="报导 belongs to no body",
        ),
    ],
)
def test_posts(text, expected):
    assert expected in tenures_of(text)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        pytest.param("中国外交部发言人宣布，雷小文将于5月赴美。", ["雷小文"], id="a verb behind a sure body"),
        pytest.param("彭博社指出，这是提振。彭博社也发表了观点。", [], id="an agency"),
        pytest.param(
            "贸易代表莱文希泽、总统贸易顾问纳文罗等人来华。", ["纳文罗", "莱文希泽"], id="an adviser's field"
        ),
        pytest.param("双方确认，罗斯部长将于6月率团访华。", ["罗斯"], id="nothing from before the body"),
        pytest.param("许刚副院长陪同参观。", [], id="副 ends no name"),
    ],
)
def test_people(text, people):
    assert people_of(text) == people


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        pytest.param(
            "美国商务部长雷文来访。中国商务部表示反对。",
            ["商务部", "美国商务部"],
            id="ours is printed as ours",
        ),
        pytest.param(
            "财政部经济建设司公布了数据。", ["财政部", "财政部经济建设司"], id="a ministry's department"
        ),
        pytest.param(
            "义乌市文化局政策法规科科长吴小义说，好。",
            ["义乌市文化局", "义乌市文化局政策法规科"],
            id="the office of a section",
        ),
    ],
)
def test_bodies(text, bodies):
    assert bodies_of(text) == bodies


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "商务部新闻发言人高峰再度回应。", [("高峰", "新闻发言人", "商务部", None)], id="高峰, no summit"
        ),
        pytest.param(
            "中国石油大学经济研究中心主任董文成认为，不难。",
            [("董文成", "主任", "中国石油大学经济研究中心", None)],
            id="a university, no oil company",
        ),
        pytest.param(
            "国务院发展研究中心主任张文台，原信息产业部副部长曲文枝出席。",
            [("张文台", "主任", "国务院发展研究中心", None), ("曲文枝", "副部长", "信息产业部", "former")],
            id="a ministry of its time",
        ),
        pytest.param(
            "法国原经济计划部部长斯托勒来访。",
            [("斯托勒", "部长", "法国经济计划部", "former")],
            id="原 behind the country",
        ),
        pytest.param(
            "中国工程院院士、“星光工程”总指挥、白沟微董事局主席邓文翰表示不易。",
            [("邓文翰", "院士", "中国工程院", None), ("邓文翰", "主席", "白沟微董事局", None)],
            id="a list goes on behind a post of something in quotes",
        ),
        pytest.param(
            "三人分别为白沟通讯公司总裁赵文明以及创始人周明远。",
            [("赵文明", "总裁", "白沟通讯公司", None), ("周明远", "创始人", "白沟通讯公司", None)],
            id="the next one of the firm",
        ),
        pytest.param(
            "新华期货油料分析师彭文杰分析认为，会涨。",
            [("彭文杰", "分析师", "新华期货", None)],
            id="what an analyst looks at",
        ),
        pytest.param(
            "据北京白沟律所陈建国律师介绍，已获通过。",
            [("陈建国", "律师", "北京白沟律所", None)],
            id="a lawyer behind a law firm",
        ),
    ],
)
def test_more_posts(text, expected):
    assert tenures_of(text) == expected


def test_a_catchword_of_a_headline_is_no_firm():
    text = "白沟手机今天开会。据介绍，董事长周明远没有到场。白沟手机很好。"
    assert ("周明远", "董事长", "白沟架构巨变", None) not in tenures_of(text, "白沟架构巨变：重新开始")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "白沟中学举办书写大赛。徐文涛校长说，字如其人。",
            [("徐文涛", "校长", "白沟中学", None)],
            id="the one school of the article",
        ),
        pytest.param("白沟中学举办大赛，南湖中学参加。徐文涛校长说，字如其人。", [], id="two schools"),
        pytest.param(
            "周明远，1928年出任财政委员会委员长、经济委员会委员长。",
            [
                ("周明远", "委员长", "财政委员会", "former"),
                ("周明远", "委员长", "经济委员会", "former"),
            ],
            id="two committees, none in the other",
        ),
    ],
)
def test_what_goes_without_saying(text, expected):
    assert tenures_of(text) == expected


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        pytest.param("美国封杀中国电信设备商。", [], id="the trade, not the firm"),
        pytest.param("台湾电子类上市公司很多，云计算技术公司也多。", [], id="any firm"),
        pytest.param("中国移动甘肃公司签订协议。", ["中国移动甘肃公司"], id="a company's firm of a place"),
        pytest.param("主要采购美国光学元件公司的产品。", ["美国光学元件公司"], id="what is done to a firm"),
        pytest.param("诸如白沟能源控股有限公司。", ["白沟能源控股有限公司"], id="such as"),
        pytest.param("投资中国三家公司，十几家美国公司受到影响。", [], id="counted firms"),
        pytest.param("元器件代理商会再准备一个月。", [], id="traders who will"),
        pytest.param("白沟通讯控股子公司很多。", [], id="any of its firms"),
        pytest.param(
            "商丘市行知学校很好。以情感人以爱育人商丘市行知学校开会。",
            ["商丘市行知学校"],
            id="a motto before a school",
        ),
        pytest.param("国际调研机构麦文锡咨询公司发布报告。", ["麦文锡咨询公司"], id="what a firm is"),
    ],
)
def test_kinds_of_firms(text, bodies):
    assert bodies_of(text) == bodies


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("飞利浦、欧司朗、雷诺等品牌参展，戴尔、海尔也在。", id="brands"),
        pytest.param("惠氏、韦氏等童装，金龙鱼、福临门等油品，石英砂、叶紫檀等原料。", id="goods"),
    ],
)
def test_brands_are_nobody(text):
    assert people_of(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "我叫曲文珍，是开封市第二十七中学的历史老师。",
            [("曲文珍", "老师", "开封市第二十七中学", None)],
            id="the teacher of a school",
        ),
        pytest.param(
            "解文玲，濮阳市第二中学的一名中小学高级教师，从教多年。",
            [("解文玲", "高级教师", "濮阳市第二中学", None)],
            id="who is one of its teachers",
        ),
        pytest.param(
            "周明远，原白沟公司总经理，昨天来到太原。",
            [("周明远", "总经理", "白沟公司", "former")],
            id="in apposition",
        ),
        pytest.param("周明远，总经理，昨天来到太原。", [], id="of nothing"),
    ],
)
def test_posts_behind_their_holder(text, expected):
    assert tenures_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "南京市委常委、纪委书记龙文翔介绍，好。",
            [
                ("龙文翔", "常委", "中国共产党南京市委员会", None),
                ("龙文翔", "书记", "中国共产党南京市纪律检查委员会", None),
            ],
            id="a party committee's commission for discipline",
        ),
        pytest.param(
            "江阴市市长王文明、市委常委薛文良前往长沙。",
            [("王文明", "市长", "江阴市人民政府", None), ("薛文良", "常委", "中国共产党江阴市委员会", None)],
            id="a city under a city is its own",
        ),
        pytest.param(
            "国家工信部原部长李文中出席。",
            [("李文中", "部长", "工业和信息化部", "former")],
            id="国家 before a ministry",
        ),
        pytest.param(
            "中国建材总裁曹文江透露，中国建材水泥产能将提升。",
            [("曹文江", "总裁", "中国建材", None)],
            id="what the firm makes is no name",
        ),
        pytest.param(
            "国内最大多晶硅厂商保利协鑫董事会主席朱文山宣布，好。",
            [("朱文山", "主席", "保利协鑫董事会", None)],
            id="厂商 describes",
        ),
    ],
)
def test_lists_and_forms(text, expected):
    assert tenures_of(text) == expected
