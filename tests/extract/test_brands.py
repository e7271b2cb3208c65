"""Firms under their brands and in Latin letters, and who holds posts in them."""

import pytest

from tests.extract.reading_of import tenures_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "浙江移动董事长、总经理徐小龙接受采访时认为，要放宽视野。",
            [("徐小龙", "董事长", "浙江移动", None), ("徐小龙", "总经理", "浙江移动", None)],
            id="a place and what the firm does",
        ),
        pytest.param(
            "中兴通讯停牌。中兴董事长殷小民表示反对。",
            [("殷小民", "董事长", "中兴通讯", None)],
            id="the longer name that the article has",
        ),
        pytest.param(
            "国美总裁王小田表示，国美卖电器。",
            [("王小田", "总裁", "国美", None)],
            id="a brand that the dictionary has as a name",
        ),
        pytest.param(
            "苹果CEO卢克在参加论坛时表示，不会。",
            [("卢克", "CEO", "苹果", None)],
            id="a brand that is a common word, a foreigner behind it",
        ),
        pytest.param(
            "白沟陶瓷总经理刘文韧表示，好。",
            [("刘文韧", "总经理", "白沟陶瓷", None)],
            id="what the firm makes",
        ),
        pytest.param(
            "金马甲总裁樊文平表示，金马甲很好。",
            [("樊文平", "总裁", "金马甲", None)],
            id="a brand like a name, its president behind",
        ),
        pytest.param("企业总裁王小田表示，好。", [], id="企业 is any firm"),
        pytest.param(
            "TLC董事长李小生表示，好。", [("李小生", "董事长", "TLC", None)], id="Latin letters before a post"
        ),
        pytest.param(
            "NSKC技术总监伊恩·雷文说，不。",
            [("伊恩·雷文", "技术总监", "NSKC", None)],
            id="a field behind Latin letters",
        ),
    ],
)
def test_brands(text, expected):
    assert tenures_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "某战略研究中心高级副总裁AlanMarkRaven认为，不好。", "AlanMarkRaven", id="parts glued together"
        ),
        pytest.param("微软首席执行官Alan O'Raven在会上说，好。", "Alan O'Raven", id="parts with a blank"),
        pytest.param("某设备协会主席Alan Ravenhäuser说，好。", "Alan Ravenhäuser", id="letters with dots"),
        pytest.param(
            "美国商务部部长AlanRaven甚至在4月就表示不满。", "AlanRaven", id="a word that ends names behind it"
        ),
    ],
)
def test_names_in_latin_letters(text, expected):
    assert [t[0] for t in tenures_of(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("微软副总裁Windows Phone产品很好。", id="a product"),
        pytest.param("微软总裁Raven表示，好。", id="one part is no whole name"),
    ],
)
def test_no_names_in_latin_letters(text):
    assert tenures_of(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "白沟公司全球副总裁、南湖电器CEO王文健说，关店。",
            [("王文健", "副总裁", "白沟公司", None), ("王文健", "CEO", "南湖电器", None)],
            id="where a firm's officer works is no part of it",
        ),
        pytest.param(
            "市场研究公司ICInform总裁王文健表示：“不。”",
            [("王文健", "总裁", "ICInform", None)],
            id="Latin letters behind what the firm is",
        ),
        pytest.param(
            "明星创业公司地平线CEO余文凯认为，不同。地平线很好。",
            [("余文凯", "CEO", "地平线", None)],
            id="a word behind what the firm is",
        ),
        pytest.param(
            "中国玩具和婴童用品协会副会长梁文梅说，好。",
            [("梁文梅", "副会长", "中国玩具和婴童用品协会", None)],
            id="a society of two trades",
        ),
        pytest.param(
            "浙江和信玩具有限公司总经理何文彬说，好。",
            [("何文彬", "总经理", "浙江和信玩具有限公司", None)],
            id="和 in the firm's own name",
        ),
        pytest.param(
            "电解铝企业豫港龙泉铝业有限公司贸易经理邢文杰满意。",
            [("邢文杰", "贸易经理", "豫港龙泉铝业有限公司", None)],
            id="企业 describes",
        ),
        pytest.param(
            "一张中兴通讯创始人侯文贵的照片流传，侯文贵很忙。",
            [("侯文贵", "创始人", "中兴通讯", None)],
            id="a picture counted",
        ),
        pytest.param("该网站总经理吴文章阐述。", [], id="any site"),
    ],
)
def test_around_firms(text, expected):
    assert tenures_of(text) == expected


def test_a_form_of_address_is_nobodys_next_post():
    assert tenures_of("班主任代表王文虎老师、学生代表王文灿同学先后发言。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "劲翔红木董事长吴文建表示，提高了。", [("吴文建", "董事长", "劲翔红木", None)], id="a coined word"
        ),
        pytest.param(
            "白沟轮胎（长春）有限公司停产。该公司企划财务部部长金文根证实。",
            [("金文根", "部长", "白沟轮胎（长春）有限公司企划财务部", None)],
            id="a department of that firm",
        ),
        pytest.param(
            "本报消息，指白沟奶业董事长文大坡已被带走。",
            [("文大坡", "董事长", "白沟奶业", None)],
            id="指 tells, 指挥 names",
        ),
        pytest.param(
            "专访了“北美半导体协会（NASCA）”主席金大波。",
            [("金大波", "主席", "北美半导体协会", None)],
            id="a body in quotes with its letters",
        ),
        pytest.param(
            "国家发改委中国宏观经济学会秘书长王文建认为，不。",
            [("王文建", "秘书长", "中国宏观经济学会", None)],
            id="a national society behind its ministry",
        ),
        pytest.param(
            "中国工程院副院长、院士周明远出席。",
            [("周明远", "副院长", "中国工程院", None), ("周明远", "院士", "中国工程院", None)],
            id="an academician of the academy",
        ),
        pytest.param(
            "奥健新闻发言人王海隆昨日说，奥健鞋在等待发货。",
            [("王海隆", "新闻发言人", "奥健", None)],
            id="who speaks for a brand",
        ),
        pytest.param(
            "翔盛集团有限公司营销负责人张文明告诉记者。",
            [("张文明", "营销负责人", "翔盛集团有限公司", None)],
            id="who is in charge of a field",
        ),
        pytest.param(
            "氯碱化工董秘许文明说。天禄光电常务副总吴文明说。天禄光电副总裁李文明说。",
            [
                ("许文明", "董秘", "氯碱化工", None),
                ("吴文明", "常务副总", "天禄光电", None),
                ("李文明", "副总裁", "天禄光电", None),
            ],
            id="short titles",
        ),
        pytest.param(
            "中华油品网信息主编郭文明认为，好。",
            [("郭文明", "信息主编", "中华油品网", None)],
            id="a field of a site's editor",
        ),
        pytest.param(
            "联发科财务长顾大文表示，误读。", [("顾大文", "财务长", "联发科", None)], id="Taiwan's titles"
        ),
    ],
)
def test_told_by_what_stands_around(text, expected):
    assert tenures_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "据项目负责人、中德公司总经理魏英文介绍，好。",
            [("魏英文", "总经理", "中德公司", None)],
            id="no body of a project",
        ),
        pytest.param(
            "中国木材与木制品流通协会地板专业委员会副主任杨文鑫透露，好。",
            [("杨文鑫", "副主任", "中国木材与木制品流通协会地板专业委员会", None)],
            id="a committee of a society of two trades",
        ),
        pytest.param(
            "重整管理人北京白沟律师事务所律师陈文宏表示，好。",
            [("陈文宏", "律师", "北京白沟律师事务所", None)],
            id="what a law firm does there",
        ),
        pytest.param(
            "金牌亚洲陶瓷营销总经理罗文照介绍，皇明太阳能董事长黄文鸣说。",
            [("罗文照", "营销总经理", "金牌亚洲陶瓷", None), ("黄文鸣", "董事长", "皇明太阳能", None)],
            id="firms by what they make",
        ),
        pytest.param(
            "东方自然地板有限公司总裁佘文彬、启明陶瓷有限公司总经理罗文照出席。",
            [
                ("佘文彬", "总裁", "东方自然地板有限公司", None),
                ("罗文照", "总经理", "启明陶瓷有限公司", None),
            ],
            id="brands that the dictionary takes for verbs and adverbs",
        ),
        pytest.param(
            "中国石油和白沟工业联合会副会长赵文贵表示，好。",
            [("赵文贵", "副会长", "中国石油和白沟工业联合会", None)],
            id="a society of two trades, of which one is like a firm",
        ),
    ],
)
def test_more_firms(text, expected):
    assert tenures_of(text) == expected


def test_the_presidents_envoy_is_his_states():
    text = "正式邀请林志远主席特使、中共中央政治局委员、国务院副总理周明鹤访美。"
    assert ("周明鹤", "特使", "中华人民共和国", None) in tenures_of(text)
