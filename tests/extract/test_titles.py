"""Where the body of a post is found: what may stand between them, and whose country a ministry is."""

import pytest

from tests.extract.reading_of import people_of, tenures_of


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "中央改革办分管日常工作的副主任穆大川表示赞同。",
            [("穆大川", "副主任", "中央全面深化改革委员会办公室", None)],
            id="what somebody is in charge of stands before the post",
        ),
        pytest.param(
            "1205钻井队第18任队长李新明实现了愿望。",
            [("李新明", "队长", "1205钻井队", None)],
            id="an ordinal is no part of the body",
        ),
        pytest.param(
            "联合国秘书长发言人迪雅里诺8日证实。",
            [("迪雅里诺", "发言人", "联合国", None)],
            id="a chief's aide belongs to the chief's body",
        ),
        pytest.param(
            "联合国秘书长苏丹问题特别代表佩尔特诺1日表示，双方同意。",
            [("佩尔特诺", "苏丹问题特别代表", "联合国", None)],
            id="what an envoy is sent for belongs to the post; 苏丹 is a country",
        ),
        pytest.param(
            "中国政府中东问题特使周大川7号到访。",
            [("周大川", "中东问题特使", "中国政府", None)],
            id="a government's envoy",
        ),
        pytest.param(
            "法国总理瓦尔松和内政部长卡泽诺夫举行会议。",
            [("瓦尔松", "总理", "法国", None), ("卡泽诺夫", "部长", "法国内政部", None)],
            id="the next person's ministry is of the same country",
        ),
        pytest.param(
            "越共中央政治局委员、公安部部长阮文林来访。",
            [("阮文林", "委员", "越南共产党中央政治局", None), ("阮文林", "部长", "越南公安部", None)],
            id="a ministry in the list of a foreigner",
        ),
        pytest.param(
            "马来西亚副总理兼能源及水务转型部部长法迪拉出席。",
            [
                ("法迪拉", "副总理", "马来西亚", None),
                ("法迪拉", "部长", "马来西亚能源及水务转型部", None),
            ],
            id="及 within a ministry's name",
        ),
        pytest.param(
            "朝鲜劳动党总书记、国务委员长金大恩致电。",
            [
                ("金大恩", "总书记", "朝鲜劳动党中央委员会", None),
                ("金大恩", "国务委员长", "朝鲜", None),
            ],
            id="国务委员长 is no 国务委员",
        ),
        pytest.param(
            "会议听取了全国人大常委会代表资格审查委员会主任委员杨大超作的报告。",
            [("杨大超", "主任委员", "全国人民代表大会常务委员会代表资格审查委员会", None)],
            id="a known body may hold a word that ends others",
        ),
        pytest.param("我国选手黎小琪夺得金牌。", [("黎小琪", "选手", "中国", None)], id="an athlete of ours"),
        pytest.param(
            "哈萨克斯坦议会上院议长纳扎尔巴娃和下院议长尼格马林出席。",
            [
                ("纳扎尔巴娃", "议长", "哈萨克斯坦议会上院", None),
                ("尼格马林", "议长", "哈萨克斯坦议会下院", None),
            ],
            id="the other chamber of the same parliament",
        ),
        pytest.param(
            "SSSSSSSS全国供销合作总社党组成员王大伟调研。",
            [("王大伟", "成员", "中华全国供销合作总社党组", None)],
            id="dirt before a body",
        ),
        pytest.param(
            "北京大学、清华大学教授李大明发言。",
            [("李大明", "教授", "北京大学", None), ("李大明", "教授", "清华大学", None)],
            id="two bodies share an occupation",
        ),
        pytest.param(
            "俄外长拉夫罗斯表示反对。俄国防部长绍伊诺说。",
            [("拉夫罗斯", "外长", "俄罗斯", None), ("绍伊诺", "部长", "俄罗斯国防部", None)],
            id="a country by one character",
        ),
        pytest.param(
            "叙利亚局势紧张。叙副总理兼外长穆阿利克表示反对。",
            [("穆阿利克", "副总理", "叙利亚", None), ("穆阿利克", "外长", "叙利亚", None)],
            id="the country that the article names",
        ),
        pytest.param(
            "非洲联盟轮值主席卢旺达总统卡加莫出席。",
            [("卡加莫", "轮值主席", "非洲联盟", None), ("卡加莫", "总统", "卢旺达", None)],
            id="a head of state who also chairs a union",
        ),
        pytest.param(
            "约旦驻利比亚大使法瓦兹·埃坦遭绑架。",
            [("法瓦兹·埃坦", "驻利比亚大使", "约旦", None)],
            id="the country that sends an ambassador",
        ),
        pytest.param(
            "栗大川委员长同老挝国会主席巴妮会谈。在周大平总书记和本扬诺总书记的引领下，关系发展。",
            [
                ("巴妮", "主席", "老挝国会", None),
                ("栗大川", "委员长", "全国人民代表大会常务委员会", None),
                ("周大平", "总书记", "中国共产党中央委员会", None),
                ("本扬诺", "总书记", "老挝人民革命党中央委员会", None),
            ],
            id="a party has one general secretary: the second one is the other country's",
        ),
        pytest.param(
            "孟楼中学的吴方明老师、大屯中学的邢红明老师都发言。",
            [("吴方明", "老师", "孟楼中学", None), ("邢红明", "老师", "大屯中学", None)],
            id="the school stands before 的, the occupation behind the name",
        ),
        pytest.param(
            "美国国家安全顾问沙利维表示反对。",
            [("沙利维", "国家安全顾问", "美国", None)],
            id="what an adviser advises on belongs to the post",
        ),
        pytest.param(
            "90名议员与香港特区行政长官林小娥宣誓。",
            [("林小娥", "行政长官", "香港特别行政区", None)],
            id="a counted post is nobody's",
        ),
        pytest.param(
            "到访的英国王子威廉德表示欢迎。",
            [("威廉德", "王子", "英国", None)],
            id="国王|子 is no king",
        ),
        pytest.param(
            "俄罗斯总统新闻秘书佩斯科诺表示反对。",
            [("佩斯科诺", "新闻秘书", "俄罗斯", None)],
            id="a president's press secretary",
        ),
        pytest.param(
            "邯郸魏县农民李大臣住院。",
            [("李大臣", "农民", None, None)],
            id="a farmer's county employs nobody",
        ),
        pytest.param(
            "德国萨克森州州长克雷莫表示欢迎。",
            [("克雷莫", "州长", "德国萨克森州", None)],
            id="a state abroad",
        ),
        pytest.param(
            "中国社科院马克思主义研究院党委书记辛大阳参会。",
            [("辛大阳", "书记", "中国社会科学院马克思主义研究院党委", None)],
            id="a known short form inside a longer name",
        ),
        pytest.param("大会主席候选人沃尔坎·博兹诺15日表示。", [], id="a candidate holds nothing"),
    ],
)
def test_titles(sentence, expected):
    assert tenures_of(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("陪同来访的有总统顾问、农业部长等多位官员。", []),
        ("王大明、杨大武在主席台执行主席席就座。", ["杨大武", "王大明"]),
        ("第十五届企业家高峰会举行。", []),
        ("委员应到133人，实到132人。", []),
        ("德国副总理兼财政部长克林贝尔称，欧盟将反制。", ["克林贝尔"]),
        ("根据俄罗斯总统普罗京发布的命令，演习开始。", ["普罗京"]),
        ("航天员周陆密切协同。航天员周陆也出舱。航天员费大龙、周陆安全返回。", ["周陆", "费大龙"]),
        ("柬埔寨首相洪大森来访。在会见洪大森时，李大明表示欢迎。洪大森感谢。", ["李大明", "洪大森"]),
    ],
)
def test_what_follows_is_no_name(sentence, expected):
    assert people_of(sentence) == expected
