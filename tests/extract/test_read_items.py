"""What the evening news taught: whole facts of one invented sentence each."""

import pytest

from kg.extract.events.events import find_events
from tests.extract.reading_of import bodies_of, people_of, reading_of, tenures_of


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "中央宣讲团成员、原国家统计局局长周大明作报告。",
            ("周大明", "成员", "中央宣讲团", None),
            id="a former post behind another one",
        ),
        pytest.param(
            "俄罗斯常驻联合国代表雷文斯基17日表示，要对话。",
            ("雷文斯基", "常驻联合国代表", "俄罗斯", None),
            id="an envoy to a union of states belongs to who sent him",
        ),
        pytest.param(
            "国家主席周明远致电卡里娅·雷文，祝贺她就任坦桑尼亚联合共和国总统。",
            ("卡里娅·雷文", "总统", "坦桑尼亚", "appointed"),
            id="a country under its full name",
        ),
        pytest.param(
            "叙利亚外长助理艾森·雷文13日表示，愿意对话。",
            ("艾森·雷文", "外长助理", "叙利亚", None),
            id="a minister's deputy by his short title",
        ),
        pytest.param(
            "中共中央总书记、国家主席周明远出席。雷文说，周明远总书记、国家主席同我会谈。",
            ("周明远", "主席", "中华人民共和国", None),
            id="two posts behind a name",
        ),
        pytest.param(
            "刚果（金）总统卡班达近日拜年。",
            ("卡班达", "总统", "刚果（金）", None),
            id="brackets in a country's name",
        ),
        pytest.param(
            "马里总统塞努、约旦国王哈森二世致电祝贺。",
            ("哈森二世", "国王", "约旦", None),
            id="a country that the dictionary takes for an adverb",
        ),
        pytest.param(
            "英国国防部长休斯敦21日称，愿意对话。",
            ("休斯敦", "部长", "英国国防部", None),
            id="a city's name behind a foreign post",
        ),
        pytest.param(
            "萨摩亚国家元首图马莱阿利法诺祝愿中国繁荣昌盛。",
            ("图马莱阿利法诺", "国家元首", "萨摩亚", None),
            id="a head of state without a title of his own",
        ),
        pytest.param(
            "省中医院急诊科护士长叶文欣不幸感染。广东省中医院护士长叶文欣说，不怕。",
            ("叶文欣", "护士长", "广东省中医院", None),
            id="a head nurse",
        ),
        pytest.param(
            "江西省高级人民法院二级高级法官周国运说，要公正。",
            ("周国运", "二级高级法官", "江西省高级人民法院", None),
            id="a grade before a post",
        ),
        pytest.param(
            "周明远主席与安德拉夏季斯总统会晤。当天，塞浦路斯总统安德拉夏季斯回国。",
            ("安德拉夏季斯", "总统", "塞浦路斯", None),
            id="a long name with a word in it",
        ),
        pytest.param(
            "韩大正会见土库曼斯坦副总理梅列夫。周明远主席同别尔德哈诺夫总统会谈。",
            ("别尔德哈诺夫", "总统", "土库曼斯坦", None),
            id="a name begins behind 同",
        ),
        pytest.param(
            "周明远主席同扎尔丁总统、夏巴斯总理会面。巴基斯坦国民议会议长萨迪恩和巴基斯坦总统扎尔丁表示赞同。",
            ("夏巴斯", "总理", "巴基斯坦", None),
            id="heads of one state named one after the other",
        ),
        pytest.param(
            "法国国务部长德兰森到机场送行。", ("德兰森", "国务部长", "法国", None), id="a minister of state"
        ),
        pytest.param(
            "国务院副总理、推动长江经济带发展领导小组组长周明远主持会议。",
            ("周明远", "副总理", "国务院", None),
            id="a group whose name begins with a verb",
        ),
        pytest.param(
            "林凯说，要努力。曾两次夺冠的林凯来自成都，现在是四川省体育职业学院体操运动管理中心的主任。",
            ("林凯", "主任", "四川省体育职业学院体操运动管理中心", None),
            id="a body, 的 and a post in a clause of its own",
        ),
        pytest.param(
            "在全国人大代表团审议时，唐晓民、王大涛、杨艳文等8位代表发表意见。",
            ("王大涛", "代表", "全国人民代表大会", None),
            id="deputies counted behind their names",
        ),
        pytest.param(
            "来自宁夏的全国人大代表说，好。林书远代表说，要努力。",
            ("林书远", "代表", "全国人民代表大会", None),
            id="a deputy behind a name",
        ),
        pytest.param(
            "全国政协主席林书远会见总统雷文斯。林书远表示，在周明远主席和雷文斯总统引领下，两国友好。周明远。",
            ("周明远", "主席", "中华人民共和国", None),
            id="the president beside the chairman of a conference",
        ),
        pytest.param(
            "沙特能源大臣阿卜杜勒-雷曼表示，愿意合作。",
            ("阿卜杜勒-雷曼", "能源大臣", "沙特", None),
            id="a minister's field belongs to the post",
        ),
        pytest.param(
            "浙江师范大学非洲研究院名誉教授格罗布斯说，要合作。",
            ("格罗布斯", "名誉教授", "浙江师范大学非洲研究院", None),
            id="a professor from abroad",
        ),
        pytest.param(
            "会议决定林大成、孟书锋、王平为中国足球协会副秘书长。林大成、孟书锋说，好。",
            ("孟书锋", "副秘书长", "中国足球协会", "appointed"),
            id="several named to one post",
        ),
        pytest.param(
            "周明远被推选为中国足球协会主席。同时被推选为中国足球协会常务主席的还有林大成、孟书锋。林大成、孟书锋说，好。",
            ("孟书锋", "常务主席", "中国足球协会", "appointed"),
            id="and those named behind the post",
        ),
        pytest.param(
            "中央军委主席周明远7日出席十四届全国人大二次会议。",
            ("周明远", "主席", "中国共产党中央军事委员会", None),
            id="the term of another body, behind the name",
        ),
        pytest.param(
            "民进中央主席林书远作工作报告，常务副主席周永新主持开幕会。",
            ("周永新", "常务副主席", "中国民主促进会中央委员会", None),
            id="the deputy of the chief named before",
        ),
        pytest.param(
            "以色列总理雷塔尼亚说，他与俄总统莫京达成共识。",
            ("莫京", "总统", "俄罗斯", None),
            id="a short name behind one character for a country",
        ),
        pytest.param(
            "孟加拉国临时政府首席顾问尤努尔，哈萨克斯坦首任总统纳扎罗夫致电。",
            ("纳扎罗夫", "总统", "哈萨克斯坦", None),
            id="a country behind a comma begins a title",
        ),
        pytest.param(
            "韩大正出席跨国公司领导人峰会，宣读周明远主席的贺信并致辞。",
            ("周明远", "主席", "中华人民共和国", None),
            id="firms from abroad have no chairman",
        ),
        pytest.param(
            "俄罗斯总统普希京及外长拉夫林也分别通电话。",
            ("普希京", "总统", "俄罗斯", None),
            id="及 before a post ends a name",
        ),
        pytest.param(
            "黎巴嫩看守政府总理米卡森要求申诉。",
            ("米卡森", "总理", "黎巴嫩", None),
            id="a caretaker's premier",
        ),
        pytest.param(
            "喀麦隆常驻代表埃斯森表示，要减贫。",
            ("埃斯森", "常驻代表", "喀麦隆", None),
            id="a resident envoy",
        ),
        pytest.param(
            "乌克兰总统雷文斯基与来访的欧洲安全与合作组织轮值主席国波兰外交部长拉乌森会晤。",
            ("拉乌森", "部长", "波兰外交部", None),
            id="the state that chairs a union",
        ),
        pytest.param(
            "在周明远主席和纳扎洛夫首任总统的引领下，哈萨克斯坦国家安全委员会主席马西洛夫来访。",
            ("纳扎洛夫", "总统", "哈萨克斯坦", None),
            id="首任 between a name and a post",
        ),
        pytest.param(
            "全国政协会议决定，张文、曹卫明同志不再担任教科卫体委员会副主任。张文、曹卫明说，好。",
            ("张文", "副主任", "中国人民政治协商会议全国委员会教科卫体委员会", "removed"),
            id="two who lose one post",
        ),
        pytest.param(
            "会议通过关于免去傅兴文同志第十四届全国政协经济委员会副主任职务的决定。傅兴文说，好。",
            ("傅兴文", "副主任", "中国人民政治协商会议全国委员会经济委员会", "removed"),
            id="a term before the body that is left",
        ),
        pytest.param(
            "国家主席周明远就泰国王太后诗丽丹逝世致唁电。",
            ("诗丽丹", "王太后", "泰国", None),
            id="a queen mother",
        ),
        pytest.param(
            "司法部党组书记副部长袁文宏介绍，要走法治道路。",
            ("袁文宏", "书记", "司法部党组", None),
            id="two posts without a mark between them",
        ),
        pytest.param(
            "南湖革命纪念馆副研究馆员袁晶晶作介绍。",
            ("袁晶晶", "副研究馆员", "南湖革命纪念馆", None),
            id="an occupation in a body",
        ),
    ],
)
def test_posts(sentence: str, expected: tuple[str, str, str, str | None]) -> None:
    assert expected in tenures_of(sentence)


def test_an_academician_is_somebody() -> None:
    assert people_of("奖章获得者周南山院士是研究领域的领军人物。周南山辗转三地。") == ["周南山"]


def test_a_name_among_names() -> None:
    assert "孙易" in people_of("座谈会上，李晓文、孙易、何立平、林久明等专家作了发言。")


def test_a_quality_is_nobody() -> None:
    assert people_of("制度的统一性、严肃性、权威性不断增强，提升获得感、幸福感、安全感。") == []


def test_the_hour_after_a_name() -> None:
    assert people_of("在会见雷特时，李文强表示，要合作。雷特表示，愿意合作。雷特说，好。") == [
        "李文强",
        "雷特",
    ]


def test_where_an_envoy_goes_is_nobody() -> None:
    assert people_of("中方将派中国政府欧亚事务特别代表赴乌克兰等国访问。") == []


def test_what_begins_with_a_state_is_a_title() -> None:
    assert people_of("委员长周明远22日会见阿联酋阿布扎比王储穆尔德。") == ["周明远", "穆尔德"]


def test_a_summit_takes_nobody() -> None:
    assert people_of("第六届跨国公司领导人青岛峰会今天闭幕。") == []


def test_a_town_among_towns_is_nobody() -> None:
    assert people_of("救援力量分别前往龙泉镇、王平镇、妙峰山镇等地开展清淤。") == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "国务院食安办联合教育部印发通知。", "国务院食品安全委员会办公室", id="an office in short"
        ),
        pytest.param("哈马斯发言人28日表示，谈判仍在进行。", "哈马斯", id="a movement"),
        pytest.param(
            "中国民主促进会第十五届中央委员会全体会议开幕。",
            "中国民主促进会中央委员会",
            id="the committee of another party",
        ),
        pytest.param("西班牙国家统计局发布数据。", "西班牙国家统计局", id="an office of another state"),
        pytest.param("乌克兰国防部情报总局说，击退。", "乌克兰国防部情报总局", id="a part of a ministry"),
        pytest.param("英国议会下院13日投票。", "英国议会下院", id="a house of a parliament"),
        pytest.param("哈萨克斯坦紧急情况部称，客机坠毁。", "哈萨克斯坦紧急情况部", id="a ministry abroad"),
        pytest.param("日本财务省日前公布的数据显示，债务上升。", "日本财务省", id="a ministry of Japan"),
    ],
)
def test_bodies(sentence: str, expected: str) -> None:
    assert expected in bodies_of(sentence)


def test_a_ministry_of_russia_by_one_character() -> None:
    assert bodies_of("据俄国防部今天发布的消息，击落无人机。") == ["俄罗斯国防部"]


def test_a_part_of_a_ministry_by_one_character_of_its_country() -> None:
    assert bodies_of("乌克兰方面称，乌国防部情报总局给予配合。") == ["乌克兰国防部情报总局"]


def test_a_ministry_by_one_character_of_its_country() -> None:
    assert bodies_of("乌克兰总统雷文斯基称，乌国防部已开始会议。") == ["乌克兰国防部"]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("海口71家应急酒店提供优惠。", id="counted"),
        pytest.param("喀土穆州130家医院运行。", id="counted behind a place"),
        pytest.param("美国在乌克兰生物实验室开展研究。", id="a kind of works"),
        pytest.param("有关法律维护香港特别行政区的安全。", id="a region"),
    ],
)
def test_no_body(sentence: str) -> None:
    assert bodies_of(sentence) == []


def test_who_gives_a_ceremony_and_who_comes() -> None:
    events = find_events(reading_of("国家主席周明远出席缅甸总统温敏恩举行的欢迎仪式后，前往酒店。"))
    parts = {p.person: p.role for e in events if e.type == "ceremony" for p in e.participants}
    assert parts == {"周明远": "attend", "温敏恩": "lead"}


def test_a_journey_that_ends_today() -> None:
    text = (
        "5月5日上午，国家主席周明远结束对法国、塞尔维亚和匈牙利国事访问后乘专机回到北京。\n"
        "中共中央政治局委员林书远等陪同人员同机返回。"
    )
    trip = next(e for e in find_events(reading_of(text)) if e.type == "trip")
    assert (trip.start, trip.end, trip.places) == (None, "2020-05-05", ("法国", "塞尔维亚", "匈牙利"))
    assert [(p.person, p.role) for p in trip.participants] == [("周明远", "lead"), ("林书远", "accompany")]


def test_a_visit_without_a_word_for_it() -> None:
    text = "2023年9月，总书记周明远来到白沟村，和乡亲们亲切交流。"
    event = next(e for e in find_events(reading_of(text, date="2025-02-11")) if e.type == "inspection")
    assert (event.start, [p.person for p in event.participants]) == ("2023-09", ["周明远"])


def test_who_speaks_in_letters_wrote_them() -> None:
    text = (
        "近日，多国领导人致电国家主席周明远，预祝圆满成功。\n越南国家主席阮文福表示，愿意合作。\n"
        "法国总统雷文斯表示，愿意合作。\n埃及总统穆尔森表示，愿意合作。"
    )
    call = next(e for e in find_events(reading_of(text)) if e.type == "call")
    assert {p.person for p in call.participants if p.role == "lead"} == {"阮文福", "雷文斯", "穆尔森"}


def test_who_telephones_with_two() -> None:
    text = "俄罗斯总统普希宁21日与哈萨克斯坦总统托卡诺夫和刚刚辞去总统职务的纳扎罗夫通电话。"
    call = next(e for e in find_events(reading_of(text)) if e.type == "call")
    assert {p.person: p.role for p in call.participants}["普希宁"] == "lead"


def test_a_letter_that_says_something() -> None:
    text = "国务院总理周明远致电祝贺岸本文雄当选日本首相，表示双方应该合作。"
    events = find_events(reading_of(text))
    assert {"call", "statement"} <= {e.type for e in events}


def test_both_of_whom_a_case_is_opened() -> None:
    text = "中央纪委对江苏省委常委周金龙和江苏省副省长林高云在爆炸事故中的失职失责问题立案审查调查。"
    case = next(e for e in find_events(reading_of(text)) if e.type == "investigation")
    assert [p.person for p in case.participants] == ["周金龙", "林高云"]


def test_who_meets_the_press_with_whom() -> None:
    text = "丹麦首相弗兰森13日与丹麦自治领地格陵兰岛自治政府总理尼尔坎举行联合记者会。"
    event = next(e for e in find_events(reading_of(text)) if e.type == "activity")
    assert {p.person: p.role for p in event.participants} == {"弗兰森": "lead", "尼尔坎": "attend"}


def test_those_who_were_invited_came() -> None:
    text = (
        "今天，中共中央宣传部举行记者见面会。三位代表分别是：南湖革命纪念馆馆长袁大晶；"
        "湖北省博物馆馆长方文勤；河南省博物馆馆长杨宏文。"
    )
    event = next(e for e in find_events(reading_of(text)) if e.type == "activity")
    assert [p.person for p in event.participants] == ["袁大晶", "方文勤", "杨宏文"]


def test_what_a_meeting_is_about_holds_it_not() -> None:
    text = "联合国安理会2日就伊朗驻叙利亚使馆建筑遭袭一事召开紧急公开会议。"
    meeting = next(e for e in find_events(reading_of(text)) if e.type == "meeting")
    assert [o.organization for o in meeting.organizations] == ["联合国安全理事会"]


def test_meetings_counted_and_not_dated_are_none() -> None:
    assert find_events(reading_of("党的十八大以来，总书记周明远主持召开三次座谈会。")) == ()


def test_a_place_of_what_is_spoken_against() -> None:
    text = "针对英国外交部有关俄罗斯正在乌克兰活动的说法，俄罗斯外交部发言人扎哈诺娃23日表示，这是假消息。"
    assert [e.places for e in find_events(reading_of(text))] == [()]


def test_a_closing_sentence_that_holds_something_of_its_own() -> None:
    text = "省长周明远17日与外长马里诺举行会谈。\n会谈前，周明远为马里诺举行欢迎仪式，副省长林书远等出席。"
    assert "ceremony" in {e.type for e in find_events(reading_of(text))}


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        pytest.param(
            "国家主席周明远9日就地震造成不幸向英国首相马里诺致慰问电。", "call", id="不幸 denies nothing"
        ),
        pytest.param("省长周明远今天表示欢迎中央公布规划。", "statement", id="what is welcomed is said"),
        pytest.param(
            "总统雷文斯祝贺周明远主席再次当选，赞赏中国取得的成就。",
            "statement",
            id="congratulations are words",
        ),
        pytest.param("省长周明远发表文章指出，要守法。", "statement", id="in an article"),
        pytest.param(
            "会见雷文斯时，省长周明远表示，要对话。总统雷文斯表示感谢。", "talks", id="met while speaking"
        ),
        pytest.param("外交部副部长周明远15日召见美国驻华大使约翰·雷文，提出抗议。", "talks", id="summoned"),
    ],
)
def test_events(sentence: str, kind: str) -> None:
    assert kind in [event.type for event in find_events(reading_of(sentence))]


_ROSTER = (
    "大会15日选举产生了新一届领导机构，名单如下：\n"
    "一、中国象棋协会主席、副主席、委员\n"
    "主 席 周明远\n"
    "副主席 林书远 马晓芸（女） 陈志刚\n"
    "（按姓氏笔画为序排列）\n"
    "二、中国围棋协会委员\n"
    "（共3名）\n"
    "林书远 马晓芸（女） 陈志刚\n"
    "会议强调，要团结。\n"
    "张建国 王丽华\n"
)


def test_posts_over_names() -> None:
    held = tenures_of(_ROSTER)
    chess, go = "中国象棋协会", "中国围棋协会"
    assert ("周明远", "主席", chess, "appointed") in held
    assert {t[0] for t in held if t[1:3] == ("副主席", chess)} == {"林书远", "马晓芸", "陈志刚"}
    assert {t[0] for t in held if t[1:3] == ("委员", go)} == {"林书远", "马晓芸", "陈志刚"}
    assert not {"张建国", "王丽华"} & {t[0] for t in held}
    assert "appointment" not in [e.type for e in find_events(reading_of(_ROSTER))]


def test_a_list_under_the_body_alone() -> None:
    held = tenures_of("中国象棋协会第三届理事会名单\n会长：周明远\n副会长：林书远、马晓芸（女）\n")
    assert {t[:3] for t in held} == {
        ("周明远", "会长", "中国象棋协会"),
        ("林书远", "副会长", "中国象棋协会"),
        ("马晓芸", "副会长", "中国象棋协会"),
    }


def test_who_made_a_page_holds_no_post() -> None:
    assert (
        tenures_of("活动由中国象棋协会主办。\n总策划：周明远\n主编：林书远 马晓芸\n本台记者 陈志刚\n") == []
    )


def test_a_name_with_dots_ends_before_a_visit() -> None:
    assert people_of("总统巴尼尔·萨文突访伊朗。这是巴尼尔·萨文首次访问伊朗。") == ["巴尼尔·萨文"]


def test_all_who_issue() -> None:
    (event,) = find_events(reading_of("教育部、财政部等五部门日前发布通知，明确标准。"))
    assert [o.organization for o in event.organizations] == ["教育部", "财政部"]
