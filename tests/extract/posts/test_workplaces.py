"""Lives told post by post: the body in which one worked, bodies told by their kind alone, years before them."""

import pytest

from tests.extract.reading_of import people_of, tenures_of

LIFE = "梁一鸣，男，1945年9月生，山东郯城人。\n"
TITLE = "梁一鸣同志简历"


def held(line: str) -> list[tuple[str, str | None]]:
    """(post, body) of a line of a life."""
    return [(post, body) for _, post, body, _ in tenures_of(LIFE + line, TITLE)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(
            "1980年在国家统计局工作，历任处长、办公厅副主任。",
            [("处长", "国家统计局"), ("副主任", "国家统计局办公厅")],
            id="在…工作，历任: posts and parts of that body",
        ),
        pytest.param(
            "1995年1月在中国科协工作，任党组书记、书记处书记、副主席。",
            [
                ("书记", "中国科学技术协会党组"),
                ("书记", "中国科学技术协会书记处"),
                ("副主席", "中国科学技术协会"),
            ],
            id="its party group and secretariat",
        ),
        pytest.param(
            "1993年调国内贸易部工作，任行业管理司副司长。",
            [("副司长", "国内贸易部行业管理司")],
            id="its departments",
        ),
        pytest.param(
            "1963年4月，调中共中央对外联络部工作，历任研究员、副局长。",
            [("研究员", "中国共产党中央委员会对外联络部"), ("副局长", "中国共产党中央委员会对外联络部")],
            id="a department of a party committee has bureaus",
        ),
        pytest.param(
            "1982年梁一鸣被江州大学聘为助教、讲师。1990年，被悉尼大学聘为终身教授。",
            [("助教", "江州大学"), ("讲师", "江州大学"), ("终身教授", "悉尼大学")],
            id="被…聘为: the body before the verb",
        ),
        pytest.param(
            "1993年任加拿大悉尼大学助理教授，现为中国农村经济学家、社会学家。",
            [("助理教授", "加拿大悉尼大学"), ("农村经济学家", None), ("社会学家", None)],
            id="a scholar's field belongs to the post",
        ),
        pytest.param(
            "1982-1983年 江州大学管理系教师、校团委副书记",
            [("教师", "江州大学管理系"), ("副书记", "江州大学团委")],
            id="校: the school of the department before it",
        ),
        pytest.param(
            "1978-1982年 江州大学数学系数学专业学习，系团总支副书记、书记",
            [("副书记", "江州大学数学系团总支"), ("书记", "江州大学数学系团总支")],
            id="系 alone, and a secretary after a deputy secretary",
        ),
        pytest.param(
            "1983－1984年 青海省商业厅政治处副主任、厅团委书记",
            [("副主任", "青海省商业厅政治处"), ("书记", "青海省商业厅团委")],
            id="厅: the office of the division before it",
        ),
        pytest.param(
            "1976—1979年 宁德地区“五七”干校教员，教研室副主任，校党委委员",
            [
                ("教员", "宁德地区“五七”干校"),
                ("副主任", "宁德地区“五七”干校教研室"),
                ("委员", "宁德地区“五七”干校党委"),
            ],
            id="a school with a name in quotation marks",
        ),
        pytest.param(
            "1985－1986年 河北省石家庄地委副书记、行署专员",
            [("副书记", "中国共产党石家庄地区委员会"), ("专员", "石家庄地区行政公署")],
            id="地委 and 行署 are bodies of a prefecture",
        ),
        pytest.param(
            "1997－1998年 河北省委常委、农村工作领导小组副组长",
            [("常委", "中国共产党河北省委员会"), ("副组长", "中国共产党河北省委员会农村工作领导小组")],
            id="a leading group of the party committee before it",
        ),
        pytest.param(
            "1992—1993年 安徽省计委主任、党组书记，省长助理",
            [
                ("主任", "安徽省计划委员会"),
                ("书记", "安徽省计划委员会党组"),
                ("省长助理", "安徽省人民政府"),
            ],
            id="省长助理 belongs to the government",
        ),
        pytest.param(
            "2003—2005年 国务院副秘书长（负责国务院办公厅常务工作）、机关党组副书记",
            [("副秘书长", "国务院"), ("副书记", "国务院机关党组")],
            id="a list goes on behind brackets",
        ),
        pytest.param(
            "1984-1985年 中国残疾人福利基金会副理事长（其间：1985.01-1985.03永河实业公司代总经理）",
            [("副理事长", "中国残疾人福利基金会"), ("代总经理", "永河实业公司")],
            id="months before a body are none of its name",
        ),
        pytest.param(
            "1993-1996年 中央对外宣传小组副组长、中央对外宣传办公室副主任",
            [("副组长", "中央对外宣传小组"), ("副主任", "中央对外宣传办公室")],
            id="a central body is no part of the one before",
        ),
        pytest.param(
            "2000年 福建省委副书记，福建省高炮预备役师第一政委",
            [("副书记", "中国共产党福建省委员会"), ("第一政委", "福建省高炮预备役师")],
            id="units of the army by their arm",
        ),
        pytest.param(
            "历任某师参谋长，第四十集团军参谋长、军长，副总参谋长。",
            [
                ("参谋长", "第四十集团军"),
                ("军长", "第四十集团军"),
                ("副总参谋长", "中国人民解放军总参谋部"),
            ],
            id="a list goes on behind a body that is not named",
        ),
        pytest.param(
            "1998-2002年 总参谋部作战部部长，总参谋长助理，陆军第九师师长",
            [
                ("部长", "中国人民解放军总参谋部作战部"),
                ("总参谋长助理", "中国人民解放军总参谋部"),
                ("师长", "陆军第九师"),
            ],
            id="the general staff, divisions by number",
        ),
        pytest.param(
            "2004－2007年 江州市副市长（其间：江州大学高级管理人员工商管理专业学习）",
            [("副市长", "江州市人民政府")],
            id="高级管理人员工商管理 is a course",
        ),
    ],
)
def test_a_line_of_a_life(line, expected):
    assert held(line) == expected


def test_who_took_office_is_no_part_of_the_body():
    """梁一鸣任|某军区|司令员, and 任 without the name; 相继任 tells of the past."""
    text = "抗战时期，梁一鸣任新五军第一支队司令员。1949年后，任华东军区司令员。早年梁一鸣相继任江州大学党总支书记。"
    assert tenures_of(text, "梁一鸣生平") == [
        ("梁一鸣", "司令员", "新五军第一支队", None),
        ("梁一鸣", "司令员", "华东军区", "former"),
        ("梁一鸣", "书记", "江州大学党总支", "former"),
    ]


@pytest.mark.parametrize(
    "sentence",
    ["第八届全国人民代表大会常务委员会委员长乔林同志，在北京逝世。", "乔林同志在北京逝世。"],
)
def test_an_address_is_no_part_of_a_name(sentence):
    """Nor is what a title ends in (委员长|乔林)."""
    assert people_of(sentence) == ["乔林"]


@pytest.mark.parametrize(
    ("first", "status"),
    [("江州大学经济学教授。", None), ("山东郯城人。", "former")],
    ids=["who is a professor there now may be one of that department still", "else all of a ladder is past"],
)
def test_the_last_post_of_a_ladder(first, status):
    text = f"梁一鸣，男，1945年9月生，{first}历任江州大学经济系助教、讲师、教授。"
    found = [t for t in tenures_of(text, "梁一鸣 -- 经济学家") if t[2] == "江州大学经济系"]
    assert [(post, its) for _, post, _, its in found] == [
        ("助教", "former"),
        ("讲师", "former"),
        ("教授", status),
    ]


def test_lines_with_a_blank_years_in_brackets_and_headings():
    lines = (
        "现任职务\n江州大学 校长助理、研究生院常务副院长（2006.8至今）\n曾任职务\n"
        "江州大学财政学院副院长（1997.5——2002.1）\n江州大学 研究生院副院长\n"
    )
    assert tenures_of(LIFE + lines, TITLE) == [
        ("梁一鸣", "校长助理", "江州大学", None),
        ("梁一鸣", "常务副院长", "江州大学研究生院", None),
        ("梁一鸣", "副院长", "江州大学财政学院", "former"),
        ("梁一鸣", "副院长", "江州大学研究生院", "former"),
    ]


def test_terms_of_whom_an_obituary_tells():
    text = (
        "中国民主同盟第七届、八届、九届中央委员会主席，第九届中央委员会名誉主席，欧美同学会原会长，江州大学原校长，"
        "中国共产党的优秀党员林石生同志，因病在北京逝世。"
    )
    league = "中国民主同盟中央委员会"
    assert tenures_of(text, "林石生同志逝世") == [
        ("林石生", "主席", league, "former"),
        ("林石生", "名誉主席", league, "former"),
        ("林石生", "会长", "欧美同学会", "former"),
        ("林石生", "校长", "江州大学", "former"),
    ]
    of_the_party = (
        "中国共产党第十三届中央政治局候补委员、中央书记处书记，第十四届、十五届中央政治局委员林石生逝世。"
    )
    assert [(post, status) for _, post, _, status in tenures_of(of_the_party)] == [
        ("候补委员", "former"),
        ("书记", "former"),
        ("委员", "former"),
    ]


def test_the_head_of_a_delegation_heads_what_sent_it():
    sentence = "省长29日会见以会长雷森为团长的英中贸易研究会代表团。"
    assert tenures_of(sentence) == [("雷森", "会长", "英中贸易研究会", None)]


def test_a_magazine_s_editor():
    assert tenures_of("俄罗斯《航天》杂志主编雷森说。") == [("雷森", "主编", "《航天》杂志", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "周明远在上海新文艺出版社担任编辑，后到江州大学中文系任教授。周明远讲话。",
            [
                ("周明远", "编辑", "上海新文艺出版社", None),
                ("周明远", "教授", "江州大学中文系", None),
            ],
            id="在…担任, 到…任: the body where somebody was or went",
        ),
        pytest.param(
            "周明远讲话。周明远曾任江州大学校长助理、学科带头人、太原市总工会副主席，现为太原市政协副主席。",
            [
                ("周明远", "校长助理", "江州大学", "former"),
                ("周明远", "副主席", "太原市总工会", "former"),
                ("周明远", "副主席", "中国人民政治协商会议太原市委员会", None),
            ],
            id="posts that go on with those told right before",
        ),
        pytest.param(
            "周明远讲话。1927年，周明远被选为中共广东省委候补委员。",
            [("周明远", "候补委员", "中国共产党广东省委员会", "former")],
            id="被选为 is no part of a body",
        ),
        pytest.param(
            "周明远讲话。周明远历任华北电业管理局党组书记，水利电力部副部长、党组副书记。",
            [
                ("周明远", "书记", "华北电业管理局党组", "former"),
                ("周明远", "副部长", "水利电力部", "former"),
                ("周明远", "副书记", "水利电力部党组", "former"),
            ],
            id="a ministry behind a comma is no part of the office before it",
        ),
        pytest.param(
            "周明远讲话。周明远现任江州大学经济研究院院长兼产权研究所所长、中华外国经济学会理事。",
            [
                ("周明远", "院长", "江州大学经济研究院", None),
                ("周明远", "所长", "江州大学产权研究所", None),
                ("周明远", "理事", "中华外国经济学会", None),
            ],
            id="one institute of a university beside another",
        ),
    ],
)
def test_where_somebody_went(text, expected):
    assert tenures_of(text) == expected


def test_the_first_words_of_a_sentence_are_no_station_of_a_life():
    line = "经济学家赞成开放。中国会计师的困境很深。"
    assert held(line) == []


def test_units_of_the_red_army():
    line = "1927年起历任工农红军第四军十二师党代表、师长，红四军政治部主任。"
    assert held(line) == [
        ("党代表", "工农红军第四军十二师"),
        ("师长", "工农红军第四军十二师"),
        ("主任", "红四军政治部"),
    ]


def test_a_name_in_the_list_of_lives_is_not_the_one_told():
    text = "生平介绍\n张倩云生平\n> 梁一鸣生平\n梁一鸣生于1901年，四川乐至人。\n1954年任国家统计局局长。"
    assert [person for person, *_ in tenures_of(text)] == ["梁一鸣"]


def test_a_ladder_that_begins_with_a_post_unknown():
    line = "她历任某战地服务团团员、江州大学宣传干事、白山医学院宣教科副科长，平原油脂厂协理、党支部书记。"
    assert held(line) == [
        ("宣传干事", "江州大学"),
        ("副科长", "白山医学院宣教科"),
        ("协理", "平原油脂厂"),
        ("书记", "平原油脂厂党支部"),
    ]


def test_two_lives_on_one_page():
    text = (
        "方文清：前途光明\n方文清，1899年出生在江西弋阳。1930年起，先后任江州省苏维埃政府主席，红十军政治委员。\n"
        "韦云山：农民领袖\n韦云山，1894年生，广西东兰人。1929年12月参与领导起义，任右江苏维埃政府委员、第七军第三纵队司令员。"
    )
    assert [(person, post) for person, post, *_ in tenures_of(text, "先烈")] == [
        ("方文清", "主席"),
        ("方文清", "政治委员"),
        ("韦云山", "委员"),
        ("韦云山", "司令员"),
    ]


def test_two_parts_of_the_red_army():
    line = "先后担任红三军团政治部主任、红军总政治部副主任等职务。"
    assert held(line) == [("主任", "红三军团政治部"), ("副主任", "红军总政治部")]
