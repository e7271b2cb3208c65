"""Company news of trade sites: firms meant by 该公司, posts named after a field, what only looks like a body."""

import pytest

from tests.extract.reading_of import bodies_of, people_of, tenures_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "林州市教育局张建明副局长表示，会努力。",
            [("张建明", "副局长", "林州市教育局", None)],
            id="a head behind the name",
        ),
        pytest.param(
            "省地质实验研究所刘文广所长一行到省质检院交流工作。",
            [("刘文广", "所长", "省地质实验研究所", None)],
            id="whom only the post behind shows",
        ),
        pytest.param(
            "林州大学周建明教授说，不难。", [("周建明", "教授", "林州大学", None)], id="a professor behind"
        ),
        pytest.param("周建明局长说，不难。", [], id="a head of nothing named"),
        pytest.param(
            "利丰集团董事总经理张建明表示，生意好。",
            [("张建明", "董事总经理", "利丰集团", None)],
            id="a managing director",
        ),
    ],
)
def test_heads(text, expected):
    assert tenures_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "群益咨询研究总监李大明认为，行情会走高。",
            [("李大明", "研究总监", "群益咨询", None)],
            id="a field behind a firm belongs to the post",
        ),
        pytest.param(
            "南湖集团生产总监胡小东介绍，南湖集团正在转型。",
            [("胡小东", "生产总监", "南湖集团", None)],
            id="a field behind a group",
        ),
        pytest.param(
            "南湖集团是龙头。另外北湖集团总经理张大刚表示支持。南湖集团产量已经过亿吨。集团董事长宋大平表示，要整合。",
            [("张大刚", "总经理", "北湖集团", None), ("宋大平", "董事长", "南湖集团", None)],
            id="集团 is the one named last",
        ),
        pytest.param(
            "浙江聚明科技有限公司去年投产，据该公司总经理助理吴小通介绍，产品很好。",
            [("吴小通", "总经理助理", "浙江聚明科技有限公司", None)],
            id="该公司 is the one named in the same sentence",
        ),
        pytest.param(
            "他离开南湖大学，学生会会长周小明说再见。",
            [("周小明", "会长", "南湖大学学生会", None)],
            id="学生会 is the last university's",
        ),
        pytest.param(
            "徐福园品牌很好，徐福园股份看涨。徐福园新闻发言人孙小珍表示放心。徐福园现任首席执行官兼董事长徐小承留任。",
            [
                ("孙小珍", "新闻发言人", "徐福园", None),
                ("徐小承", "首席执行官", "徐福园", None),
                ("徐小承", "董事长", "徐福园", None),
            ],
            id="a brand that reads like a person",
        ),
        pytest.param(
            "《东湖时报》总编周小文回应，《东湖时报》记者李大明发文。",
            [("周小文", "总编", "东湖时报", None), ("李大明", "记者", "东湖时报", None)],
            id="a paper between its marks",
        ),
        pytest.param(
            "张小生在1997年至2013年利用担任中阳县县长、吕梁市委常委等职务便利，谋取利益。",
            [
                ("张小生", "县长", "中阳县人民政府", "former"),
                ("张小生", "常委", "中国共产党吕梁市委员会", "former"),
            ],
            id="posts that somebody misused",
        ),
        pytest.param(
            "中投顾问食品行业研究员周小然分析称，收购重要。",
            [("周小然", "研究员", "中投顾问", None)],
            id="顾问 inside a firm's name",
        ),
        pytest.param(
            "摩根大通（JPMorgan Chase）分析师马克·雷文斯发布报告。",
            [("马克·雷文斯", "分析师", "摩根大通", None)],
            id="a Latin name in brackets between body and post",
        ),
        pytest.param(
            "开封市集贤小学很美。班子由石建民（校长）、张荣文（副校长）组成。集贤小学欢迎你。",
            [("石建民", "校长", "开封市集贤小学", None), ("张荣文", "副校长", "开封市集贤小学", None)],
            id="posts in brackets behind their holders",
        ),
        pytest.param(
            "DisplayView分析师王小怡表示，要控制产能。",
            [("王小怡", "分析师", "DisplayView", None)],
            id="a firm in Latin letters",
        ),
        pytest.param(
            "长江明华科技副总裁及营运总监余小才称，产品到货。",
            [
                ("余小才", "副总裁", "长江明华科技", None),
                ("余小才", "营运总监", "长江明华科技", None),
            ],
            id="a field that a second post directs",
        ),
        pytest.param(
            "商丘市第二高级中学活动丰富。商丘市二高教师马小洁说，教育重要。",
            [("马小洁", "教师", "商丘市第二高级中学", None)],
            id="a high school by its number",
        ),
        pytest.param(
            "中信建投首席宏观分析师魏小春表示，有所缓解。",
            [("魏小春", "首席宏观分析师", "中信建投", None)],
            id="a known firm and what an analyst looks at",
        ),
        pytest.param(
            "帕明咨询公司资深董事罗小启表示担心。",
            [("罗小启", "董事", "帕明咨询公司", None)],
            id="seniority is no body",
        ),
        pytest.param(
            "飞利浦（中国）投资有限公司传讯总监张小华关机。",
            [("张小华", "传讯总监", "飞利浦（中国）投资有限公司", None)],
            id="the whole firm, not its brand",
        ),
        pytest.param(
            "曾向晶明集团CEO罗正亮请教。口罩向晶明集团采购，晶明集团表示。",
            [("罗正亮", "CEO", "晶明集团", None)],
            id="words glued to a firm",
        ),
        pytest.param(
            "中国石化集团公司副总经理张小仓表示要合作。",
            [("张小仓", "副总经理", "中国石化集团公司", None)],
            id="a known firm with its legal form",
        ),
        pytest.param(
            "湖南省将养护公路。据省交通运输厅副厅长冯小林介绍，投入很大。",
            [("冯小林", "副厅长", "湖南省交通运输厅", None)],
            id="据 begins no body",
        ),
        pytest.param(
            "宁波汽车零部件产业协会副秘书长李小萍说，要合作。",
            [("李小萍", "副秘书长", "宁波汽车零部件产业协会", None)],
            id="零部件 stands inside a name",
        ),
    ],
)
def test_posts_of_firms(text, expected):
    assert tenures_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("俄罗斯联盟号太空船升空。", [], id="a ship's name"),
        pytest.param("翌日警方找回她的猫。", [], id="日 of a day is not Japan"),
        pytest.param("获开封市中学生竞赛奖。", [], id="pupils are no school"),
        pytest.param("开封五中教学很好。", ["开封五中"], id="a school by its number"),
        pytest.param(
            "他分配到三十三中工作，教学认真。", ["三十三中"], id="a number alone, where somebody works"
        ),
        pytest.param("党的十九届五中全会召开，高校教师学习。", [], id="a plenary session"),
        pytest.param(
            "近几年来广东恒明新材料科技有限公司加大投入。",
            ["广东恒明新材料科技有限公司"],
            id="a time in front",
        ),
        pytest.param("美国宣布制裁中国通讯公司。", [], id="a firm of a trade"),
        pytest.param(
            "它在埃及建有CKD生产工厂，由公司投资设厂。", [], id="factories that somebody has or builds"
        ),
        pytest.param(
            "韩国海军与美国演习。韩海军依托该基地。", ["韩国海军"], id="a force that reads like a name"
        ),
        pytest.param("他们把空军一号机头漆上字样。", [], id="an aeroplane's name"),
        pytest.param("在这场竞争中共同进步，在悉尼海港大桥。", [], id="words that end where others begin"),
        pytest.param(
            "日本国会表决。",
            ["日本国会"],
            id="国 of the next word",
        ),
        pytest.param("韩国执政党批评韩国现政府。", [], id="whoever rules"),
        pytest.param(
            "湖北新日电动车有限公司开业。", ["湖北新日电动车有限公司"], id="a firm's name before its trade"
        ),
        pytest.param("病人于凌晨4至5时于广华医院离世。", ["广华医院"], id="于 behind an hour"),
        pytest.param("美国公司将停止供货。", [], id="firms of a country"),
        pytest.param(
            "南湖公司终止设立汽车金融有限公司。南湖汽车金融有限公司注册资本为5亿元。",
            ["南湖公司", "南湖汽车金融有限公司"],
            id="a firm by the end of its name",
        ),
        pytest.param("截至发稿，含税出厂结算价为4730元。", [], id="out of the factory"),
        pytest.param("英国内政部公布第一季数据。", ["英国内政部"], id="a ministry abroad that we have not"),
        pytest.param("国际能源署13日表示，需求将继续增加。", ["国际能源署"], id="an agency of states"),
        pytest.param("据美国有14家芯片公司的名单。", [], id="a count of firms"),
        pytest.param("病人于2月10日到广华医院求医。", ["广华医院"], id="到 behind a day begins no name"),
        pytest.param("他在新加坡大学学生会任职。", ["新加坡大学学生会"], id="新 of a place is no attribute"),
    ],
)
def test_bodies(text, expected):
    assert bodies_of(text) == expected


def test_many_people_are_nobody():
    assert people_of("许多人认为，企业会走向高端。刘某表示同意。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("联系人：陈小伟\n电话", ["陈小伟"], id="a label in a notice"),
        pytest.param("购买豪华车劳斯莱斯、宾利。", [], id="makes of cars"),
        pytest.param(
            "南湖市场招商部孔伟明主任介绍，供不应求。",
            ["孔伟明"],
            id="a title behind a name, and what is said",
        ),
        pytest.param("她伸向短裙女士。时任保安员黎小田供称看见。", ["黎小田"], id="向 and a word"),
        pytest.param("金飞明称业绩变动。金飞明证券部人士谈到。金飞明公告减产。", [], id="a listed firm"),
        pytest.param("海明电脑夺标，海明电脑领先。海明在市场调研。", [], id="a maker of computers"),
        pytest.param(
            "荥阳市领导王小贺、舒小庆、王跃明出席。", ["王小贺", "王跃明", "舒小庆"], id="leaders of a place"
        ),
        pytest.param("年产能为19万千升。", [], id="a number of units"),
        pytest.param("这是一所高规格、高标准的学校。", [], id="high standards"),
        pytest.param("民生证券推荐张裕A、贵州茅台。", [], id="a share"),
        pytest.param("某国总统雷格罗周二表示，未来艰难。", ["雷格罗"], id="a day of the week behind a name"),
        pytest.param(
            "拟透过律师向黄小浩发通牒。黄小浩称会付钱。黄小浩说等候。", ["黄小浩"], id="向 before a name"
        ),
        pytest.param("陈芳，中小学一级教师，一直从事教学。", ["陈芳"], id="a life begins with the name"),
    ],
)
def test_people(text, expected):
    assert people_of(text) == expected


def test_a_firm_named_in_full_is_nobody():
    text = "戴姆勒股份公司与其中国合作伙伴南湖汽车集团有限公司签署协议。戴姆勒表示，年产能10万台。"
    assert people_of(text) == []
    assert bodies_of(text) == ["南湖汽车集团有限公司", "戴姆勒股份公司"]


def test_works_of_any_kind_are_no_body():
    assert (
        bodies_of("相对而言大钢厂调整，小钢厂下调。台湾厂要找出海口，以台厂抢攻市场，合资设立磊晶厂。") == []
    )


def test_parts_joined_by_and():
    assert tenures_of("工研院电子与光电研究所所长詹益明表示，可以。") == [
        ("詹益明", "所长", "工研院电子与光电研究所", None)
    ]
