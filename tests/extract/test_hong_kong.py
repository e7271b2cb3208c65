"""Hong Kong's papers: judges of the court of final appeal, members of parties, offices of the government."""

import pytest

from tests.extract.reading_of import bodies_of, people_of, tenures_of

HERE = "香港立法会议员到场。香港市民关注。"  # tells that the news is Hong Kong's
COURT = "香港特别行政区终审法院"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "聆讯由首席法官张举文、常任法官李立义处理。",
            [("张举文", "首席法官", COURT, None), ("李立义", "常任法官", COURT, None)],
            id="only one court has such judges",
        ),
        pytest.param(
            "终审法院非常任法官邓国平说没有问题。",
            [("邓国平", "非常任法官", COURT, None)],
            id="非常任 belongs to the post",
        ),
        pytest.param(
            "立法会铁路事宜小组委员会副主席、公民党谭文杰表示要追究。",
            [("谭文杰", "副主席", "香港特别行政区立法会铁路事宜小组委员会", None)],
            id="a party between post and name",
        ),
        pytest.param(
            "港铁车务总监刘天明表示，列车偏离路轨。",
            [("刘天明", "车务总监", "香港铁路有限公司", None)],
            id="what a director directs",
        ),
        pytest.param(
            "警务处助理处长何德明首度披露成本。",
            [("何德明", "助理处长", "香港警务处", None)],
            id="an assistant commissioner is one post",
        ),
        pytest.param(
            "香港言语治疗师总工会秘书伍小怡和工会主席黎雯文、司库陈森明出庭。",
            [
                ("伍小怡", "秘书", "香港言语治疗师总工会", None),
                ("黎雯文", "主席", "香港言语治疗师总工会", None),
                ("陈森明", "司库", "香港言语治疗师总工会", None),
            ],
            id="工会 is the one named last, and a name and 和 are no part of it",
        ),
        pytest.param(
            "的士司机从业员总会副秘书长杨耀民认罪。",
            [("杨耀民", "副秘书长", "的士司机从业员总会", None)],
            id="an occupation inside a union's name",
        ),
        pytest.param(
            "香港各界庆典委员会（下称“庆委会”）获批。庆委会执行主席郑耀民表示会办活动。",
            [("郑耀民", "执行主席", "香港各界庆典委员会", None)],
            id="a short name that the article defines",
        ),
        pytest.param(
            "被捕者当中一人为支联会副主席邹小彤。",
            [("邹小彤", "副主席", "香港市民支援爱国民主运动联合会", None)],
            id="one of them",
        ),
        pytest.param(
            "新界南总区高级警司（刑事）罗国明见记者。",
            [("罗国明", "高级警司", "香港警务处新界南总区", None)],
            id="a region of the police",
        ),
        pytest.param(
            "中大新闻与传播学院专业应用副教授潘达明笑言不明白。",
            [("潘达明", "专业应用副教授", "香港中文大学新闻与传播学院", None)],
            id="a school named after two things",
        ),
        pytest.param(
            "南区前区议员袁小蔚到庭。",
            [("袁小蔚", "议员", "南区议会", "former")],
            id="a former district councillor",
        ),
        pytest.param(
            "晨光书局创办人姚文明被囚。",
            [("姚文明", "创办人", "晨光书局", None)],
            id="a bookshop is no bureau",
        ),
        pytest.param(
            "见到李汉明（时任立法会议员）的样子。",
            [("李汉明", "议员", "香港特别行政区立法会", "former")],
            id="a post in brackets that was held then",
        ),
        pytest.param(
            "新城知讯台管理层执行总监程小欣确诊。",
            [("程小欣", "执行总监", "新城知讯台", None)],
            id="management is no part of a station",
        ),
        pytest.param(
            "民间团体“守护大屿联盟”游行。守护大屿联盟召集人谢小明表示不满。",
            [("谢小明", "召集人", "守护大屿联盟", None)],
            id="a group's name in quotes",
        ),
        pytest.param("张官问及案情。", [], id="a judge by his surname"),
    ],
)
def test_posts(text, expected):
    assert tenures_of(text + HERE) == expected


def test_a_member_is_named_behind_the_party():
    assert people_of("民主党涂谨文建议，应保留影片。" + HERE) == ["涂谨文"]


def test_a_name_before_today():
    assert people_of("法官劳洁文今在区域法院判刑。" + HERE) == ["劳洁文"]


def test_an_office_of_the_government():
    found = bodies_of("香港特区政府统计处公布资料。" + HERE)
    assert "香港特别行政区政府统计处" in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "案件今在屯门法院裁决。", "香港特别行政区屯门裁判法院", id="a magistrates' court by its place"
        ),
        pytest.param("理大校长发言。", "香港理工大学", id="a university's short name"),
    ],
)
def test_short_names(text, expected):
    assert expected in bodies_of(text + HERE)


def test_no_congress_in_a_disappointment():
    assert bodies_of("令香港人大失望。" + HERE) == ["香港特别行政区立法会"]


def test_no_short_names():
    found = bodies_of("处理大学成员的事宜，当日共同行事。" + HERE)
    assert not {"香港理工大学", "日本共产党"} & set(found)


def test_an_illness_is_no_place():
    assert tenures_of("武汉肺炎肆虐，市长雷文斯发出禁令。" + HERE) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "被告依次为：19岁赖云明（侍应）及28岁黄逸文（测量师）。", ["赖云明", "黄逸文"], id="behind an age"
        ),
        pytest.param("35岁男子及26岁和尚被捕，60岁高龄长者没有到场。", [], id="an age and no name"),
        pytest.param("杀人案疑犯陈同安去年10月出狱。", ["陈同安"], id="whom a case is about"),
        pytest.param("原告方面没有回应，被告承认控罪，死者母亲报警。", [], id="a case and no name"),
        pytest.param("文员杨先生很高兴，潘父母引述各人。", [], id="surnames alone"),
    ],
)
def test_people_in_court(text, expected):
    assert people_of(text + HERE) == expected


def test_no_firm_from_the_end_of_a_name():
    assert "华为" not in bodies_of("记者查询邱腾华为何没戴口罩。邱腾华表示同意。" + HERE)


def test_brought_to_a_hospital():
    assert "北湖医院" in bodies_of("受害人约零时送抵北湖医院。" + HERE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "警方扣查民主党成员林子明近48小时。",
            [("林子明", "成员", "民主党", None)],
            id="held by the police",
        ),
        pytest.param(
            "这是继前政务司司长许仁明案后，再次交手。",
            [("许仁明", "司长", "香港特别行政区政府政务司", "former")],
            id="继 before 前",
        ),
        pytest.param(
            "公共图书馆总馆长李子文表示，会评估。",
            [("李子文", "总馆长", "公共图书馆", None)],
            id="a librarian in chief",
        ),
        pytest.param(
            "林州市继续教育学院院长李明伟表示。",
            [("李明伟", "院长", "林州市继续教育学院", None)],
            id="继续 in a name",
        ),
    ],
)
def test_posts_behind_other_words(text, expected):
    assert tenures_of(text + HERE) == expected


def test_the_office_of_education():
    office = "香港特别行政区政府教育局"
    assert office in bodies_of("早前教育局宣布退出。" + HERE)
    assert office not in bodies_of("北京市教育局宣布退出。" + HERE)


def test_a_square_is_nobody():
    assert people_of("列斯特广场（Leicester Square）贩卖票券。石狮子依然。" + HERE) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "马道明妻子、上诉庭法官袁家明获推荐。",
            [("袁家明", "法官", "香港特别行政区高等法院上诉法庭", None)],
            id="the court of appeal",
        ),
        pytest.param(
            "香港器官捐赠行动组召集人雷兆明呼吁登记。",
            [("雷兆明", "召集人", "香港器官捐赠行动组", None)],
            id="what is given, in a name",
        ),
        pytest.param(
            "李国文，接替梁智文出任港大校委会主席一职。李国文上任。",
            [
                ("李国文", "主席", "香港大学校务委员会", "appointed"),
                ("梁智文", "主席", "香港大学校务委员会", "former"),
            ],
            id="who comes, and who is replaced",
        ),
        pytest.param(
            "立法委员管碧文贴出照片。",
            [("管碧文", "立法委员", "立法院", None)],
            id="only Taiwan has such members",
        ),
    ],
)
def test_more_posts(text, expected):
    assert tenures_of(text + HERE) == expected


def test_centres_of_arbitration():
    assert "新加坡国际仲裁中心" in bodies_of("他是新加坡国际仲裁中心的仲裁员。")


def test_health_offices_of_cities():
    assert bodies_of("武汉卫健委表示要努力。国家卫健委表示。") == [
        "国家卫生健康委员会",
        "武汉市卫生健康委员会",
    ]


def test_the_region_by_its_hospitals():
    assert "香港特别行政区政府卫生署" in bodies_of("医管局已向卫生署呈报。本港情况稳定。")


@pytest.mark.parametrize("text", ["“格兰扁王子”号正在监控情况。", "马克隆值高的棉花。"])
def test_ships_and_measures_are_nobody(text):
    assert people_of(text) == []


def test_a_field_of_medicine():
    assert tenures_of("马斐明是肾科医生，认识多年。") == [("马斐明", "肾科医生", None, None)]
