import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.events.events import find_events
from tests.extract.marked import reading

LI, MA = "【国务院总理|林书远】", "【马里诺总统|马里诺】"


def told(marked, **about):
    return [
        (e.type, e.start, e.places, tuple((p.person, p.role) for p in e.participants))
        for e in find_events(reading(marked, **about))
    ]


def only(kind, marked, **about):
    found = [e for e in find_events(reading(marked, **about)) if e.type == kind]
    assert len(found) == 1, found
    return found[0]


def parts(event):
    return {p.person: p.role for p in event.participants}


@pytest.mark.parametrize(
    ("kind", "marked", "expected"),
    [
        pytest.param(
            "talks",
            "【甲国总统|林书远】17日在人民大会堂会见【马里诺】。",
            {"林书远": "lead", "马里诺": "counterpart"},
            id="meets",
        ),
        pytest.param(
            "talks",
            "【林书远】17日同【马里诺】举行会谈。",
            {"林书远": "lead", "马里诺": "counterpart"},
            id="talks with",
        ),
        pytest.param(
            "talks",
            "【林书远】分别会见【马里诺】、【贝尔托】和【卡洛塔】。",
            {"林书远": "lead", "马里诺": "counterpart", "贝尔托": "counterpart", "卡洛塔": "counterpart"},
            id="one after the other",
        ),
        pytest.param(
            "talks",
            "【林书远】会见【马里诺】。\n【周以宁】、【郑可欣】参加会见。",
            {"林书远": "lead", "马里诺": "counterpart", "周以宁": "attend", "郑可欣": "attend"},
            id="the closing sentence",
        ),
        pytest.param(
            "talks",
            "【林书远】17日会见以【马里诺】为团长的甲国某会代表团。",
            {"林书远": "lead", "马里诺": "counterpart"},
            id="the head of a delegation",
        ),
        pytest.param(
            "talks",
            "【林书远】17日会见来华出席“一路同行”论坛的【马里诺】。",
            {"林书远": "lead", "马里诺": "counterpart"},
            id="a guest described with a name in quotes",
        ),
        pytest.param(
            "talks",
            "【马里诺】16号在柏林与到访的【林书远】举行会谈。",
            {"马里诺": "lead", "林书远": "counterpart"},
            id="with a guest",
        ),
        pytest.param(
            "talks",
            "【林书远】当地时间17日在罗马和【马里诺】一道会见双方代表。",
            {"林书远": "lead", "马里诺": "lead"},
            id="two who meet others",
        ),
        pytest.param(
            "inspection",
            "正在澳门出席庆祝活动的【林书远】，17日下午视察了［驻澳门部队］。",
            {"林书远": "lead"},
            id="a subject described at length",
        ),
        pytest.param(
            "call",
            "【国家主席|林书远】同甲乙国总统【基诺】互致贺电。",
            {"林书远": "lead", "基诺": "counterpart"},
            id="a title abroad that was not read",
        ),
        pytest.param(
            "meeting",
            "【林书远】14日主持召开推进工程高质量发展座谈会。",
            {"林书远": "preside"},
            id="no exhibition in development",
        ),
        pytest.param(
            "ceremony",
            "纪念仪式由【林书远】主持。",
            {"林书远": "preside"},
            id="led by",
        ),
        pytest.param(
            "talks",
            "论坛开始前，【林书远】和【马里诺】共同会见了企业界代表。",
            {"林书远": "lead", "马里诺": "lead"},
            id="both meet others",
        ),
        pytest.param(
            "meeting",
            "【林书远】22日在北京以视频方式同【马里诺】共同主持第五次会议。",
            {"林书远": "preside", "马里诺": "preside"},
            id="both preside",
        ),
        pytest.param(
            "ceremony",
            "会谈后，【林书远】和【马里诺】共同出席了合作文件签字仪式。",
            {"林书远": "attend", "马里诺": "attend"},
            id="both attend",
        ),
        pytest.param(
            "ceremony",
            "市委书记【林书远】宣布项目开工，市长【周以宁】、日本驻某地总领事馆总领事【田中和】、甲公司董事长【郑可欣】等出席了开工仪式。",
            {"林书远": "lead", "周以宁": "attend", "田中和": "attend", "郑可欣": "attend"},
            id="a title in a list that was not read",
        ),
        pytest.param(
            "sanction", "［廉政公署］起诉【周以宁】等3人。", {"周以宁": "target"}, id="brought to court"
        ),
        pytest.param(
            "appointment",
            "公司由【林书远】任董事长负责市场。",
            {"林书远": "appointee"},
            id="run by",
        ),
        pytest.param(
            "talks",
            "在会见【马里诺】时【林书远】说，要合作。",
            {"林书远": "lead", "马里诺": "counterpart"},
            id="said while meeting",
        ),
        pytest.param(
            "talks",
            "【林书远】17日在与【马里诺】会谈后表示，要合作。",
            {"林书远": "lead", "马里诺": "counterpart"},
            id="said after talks",
        ),
        pytest.param(
            "activity",
            "【林书远】在英国甲郡公爵【安德】王子陪同下抵达现场，参观了图片展。",
            {"林书远": "lead", "安德": "accompany"},
            id="an escort of rank",
        ),
        pytest.param(
            "meeting",
            "【林书远】主持召开会议，听取了【周以宁】关于筹备情况的汇报。",
            {"林书远": "preside", "周以宁": "attend"},
            id="a report is heard",
        ),
        pytest.param(
            "call",
            "【林书远】日前致电【马里诺】，就洪灾表示慰问。",
            {"林书远": "lead", "马里诺": "counterpart"},
            id="a telegram",
        ),
        pytest.param(
            "call",
            "【林书远】就【前总统|贝尔托】逝世向【马里诺】致唁电。",
            {"林书远": "lead", "马里诺": "counterpart"},
            id="the dead get no telegram",
        ),
        pytest.param(
            "call",
            "多国领导人致电【林书远】。\n他们是：【马里诺】、【贝尔托】等。",
            {"林书远": "counterpart", "马里诺": "lead", "贝尔托": "lead"},
            id="those who were meant",
        ),
        pytest.param("meeting", "【林书远】主持召开座谈会。", {"林书远": "preside"}, id="presides"),
        pytest.param(
            "meeting",
            "【林书远】出席会议并讲话，【周以宁】主持会议。",
            {"林书远": "attend", "周以宁": "preside"},
            id="attends, another presides",
        ),
        pytest.param(
            "meeting",
            "【林书远】主持座谈会。\n【周以宁】，【郑可欣】先后发言。",
            {"林书远": "preside", "周以宁": "attend", "郑可欣": "attend"},
            id="who takes the floor attends",
        ),
        pytest.param(
            "inspection",
            "【林书远】在【周以宁】，【郑可欣】陪同下到山西调研。",
            {"林书远": "lead", "周以宁": "accompany", "郑可欣": "accompany"},
            id="accompanied",
        ),
        pytest.param(
            "inspection",
            "【林书远】率【周以宁】、【郑可欣】等赴山西考察。",
            {"林书远": "lead", "周以宁": "accompany", "郑可欣": "accompany"},
            id="leads others",
        ),
        pytest.param(
            "inspection",
            "【周以宁】陪同【林书远】在山西调研。",
            {"林书远": "lead", "周以宁": "accompany"},
            id="escorts the one who leads",
        ),
        pytest.param(
            "condolence", "【林书远】到山西看望慰问一线职工。", {"林书远": "lead"}, id="visits workers"
        ),
        pytest.param(
            "trip",
            "应【马里诺】邀请，【林书远】将对俄罗斯进行国事访问。",
            {"林书远": "lead", "马里诺": "counterpart"},
            id="invited",
        ),
        pytest.param(
            "trip",
            "【林书远】和夫人【周以宁】抵达白俄罗斯首都明斯克。",
            {"林书远": "lead", "周以宁": "accompany"},
            id="the spouse comes along",
        ),
        pytest.param(
            "trip",
            "【林书远】会见来华进行正式访问的【马里诺】。",
            {"马里诺": "lead"},
            id="the guest is on a journey",
        ),
        pytest.param(
            "ceremony",
            "【林书远】举行仪式，欢迎【马里诺】对我国进行国事访问。",
            {"林书远": "lead", "马里诺": "attend"},
            id="a welcome",
        ),
        pytest.param(
            "ceremony",
            "【林书远】宣布项目开工，【周以宁】、【郑可欣】等出席了开工仪式。",
            {"林书远": "lead", "周以宁": "attend", "郑可欣": "attend"},
            id="opens",
        ),
        pytest.param(
            "award", "［中共中央宣传部］授予【周以宁】“时代楷模”称号。", {"周以宁": "target"}, id="honoured"
        ),
        pytest.param("death", "【周以宁】因病医治无效，于17日在北京逝世。", {"周以宁": "target"}, id="dies"),
        pytest.param(
            "investigation",
            "［中央纪委］对【周以宁】涉嫌违纪问题立案审查。",
            {"周以宁": "target"},
            id="investigated",
        ),
        pytest.param("sanction", "【周以宁】受到党内警告处分。", {"周以宁": "target"}, id="punished"),
        pytest.param(
            "appointment",
            "［山西省人大常委会］任命【周以宁】为副省长。",
            {"周以宁": "appointee"},
            id="appointed by a body",
        ),
        pytest.param(
            "appointment", "【林书远】祝贺【周以宁】当选总统。", {"周以宁": "appointee"}, id="elected"
        ),
        pytest.param(
            "removal",
            "［山西省人大常委会］免去【周以宁】的副省长职务。",
            {"周以宁": "target"},
            id="removed by a body",
        ),
        pytest.param("removal", "【周以宁】宣布辞职。", {"周以宁": "target"}, id="resigns"),
        pytest.param(
            "agreement",
            "【林书远】和【马里诺】签署联合声明。",
            {"林书远": "lead", "马里诺": "lead"},
            id="signs",
        ),
        pytest.param("lecture", "【林书远】到山西省太原市宣讲全会精神。", {"林书远": "lead"}, id="lectures"),
        pytest.param("activity", "【林书远】参观了成果展。", {"林书远": "lead"}, id="visits a show"),
        pytest.param("statement", "【林书远】指出，要加强合作。", {"林书远": "lead"}, id="says"),
    ],
)
def test_who_took_part(kind, marked, expected):
    assert parts(only(kind, marked)) == expected


@pytest.mark.parametrize(
    ("kind", "marked"),
    [
        pytest.param("talks", "【林书远】走进会见厅。", id="a room"),
        pytest.param("talks", "【林书远】没有会见【马里诺】。", id="denied"),
        pytest.param("talks", "【林书远】说，我愿同【马里诺】会谈。", id="only said"),
        pytest.param("trip", "【林书远】赴山西调研。", id="a journey at home"),
        pytest.param("trip", "【林书远】有意访问俄罗斯。", id="only intended"),
        pytest.param("inspection", "调研报告由【林书远】撰写。", id="a report"),
        pytest.param("condolence", "【林书远】向遇难者家属表示诚挚慰问。", id="words of condolence"),
        pytest.param("meeting", "【林书远】看望参加会议的记者。", id="others attend"),
        pytest.param("meeting", "【林书远】强调，要贯彻会议精神。", id="the spirit of a meeting"),
        pytest.param("statement", "会议指出，要加强合作。", id="a meeting speaks"),
        pytest.param("call", "【林书远】同【马里诺】通过视频连线共同出席仪式。", id="by video"),
        pytest.param("meeting", "【林书远】20日同50多名列席会议的代表座谈交流。", id="others came"),
        pytest.param("agreement", "【林书远】签署了第二号主席令。", id="a decree"),
        pytest.param("sanction", "【林书远】修改了处分条例。", id="rules on sanctions"),
        pytest.param("sanction", "【林书远】率队拘捕示威者。", id="done to others"),
        pytest.param("sanction", "【林书远】作了关于移管被判刑人条约的说明。", id="a treaty"),
        pytest.param("award", "【林书远】向获奖人员表示祝贺。", id="winners"),
        pytest.param("death", "【林书远】对事故高度关切，并向遇难同胞表示哀悼。", id="not the mourner"),
        pytest.param("death", "【林书远】3岁时父亲去世。", id="not the child"),
        pytest.param("trip", "【林书远】2日在北京会见来华访问的甲国气候问题特使。", id="not the host"),
        pytest.param("trip", "【林书远】出席某某秘密访华50周年活动。", id="an anniversary"),
        pytest.param("removal", "【林书远】无意参与罢免【马里诺】。", id="not intended"),
        pytest.param("agreement", "【林书远】见证公司与管委会签署合作协议。", id="a witness"),
        pytest.param("condolence", "【林书远】不以功臣自居，各级领导来看望也不伸手。", id="others come"),
        pytest.param("appointment", "【林书远】欢迎各国使节来华履新。", id="others take office"),
        pytest.param("appointment", "这是【林书远】就任总统后首次来访。", id="long in office"),
        pytest.param("appointment", "【林书远】致电新总统，祝贺他当选。", id="not the well-wisher"),
        pytest.param("appointment", "【林书远】同意让四人继续出任议员。", id="going on"),
        pytest.param("issuance", "［外交部］没有就事件正式发表声明。", id="not issued"),
    ],
)
def test_what_is_no_such_event(kind, marked):
    assert kind not in {e.type for e in find_events(reading(marked))}


def test_time_and_place_are_inherited_from_the_lead():
    events = told(
        "【林书远】17日在人民大会堂会见【马里诺】。\n【林书远】指出，要合作。\n【马里诺】表示，愿意合作。"
    )
    assert {(e[1], e[2]) for e in events} == {("2019-12-17", ("北京市",))}


def test_never_the_date_of_the_article_for_want_of_another():
    assert only("call", "【林书远】日前致电【马里诺】。").start is None
    assert only("meeting", "【林书远】出席座谈会。").start is None


def test_the_day_of_a_report_is_not_that_of_the_happening():
    event = only("statement", "路透社17日报道，【林书远】告诉记者，会谈顺利。")
    assert event.start is None


def test_what_is_to_come_has_the_day_of_its_own_clause_or_none():
    marked = "【林书远】18日抵达新加坡。\n在新加坡期间，【林书远】将出席年会，会见【马里诺】。【林书远】将于20日参观展厅。"
    days = {e.type: e.start for e in find_events(reading(marked, date="2016-09-19"))}
    assert days == {"trip": "2016-09-18", "meeting": None, "talks": None, "activity": "2016-09-20"}


def test_a_day_in_a_speech_is_not_the_day_of_the_story():
    marked = "【林书远】22日会见【马里诺】。\n【林书远】说，合作顺利。昨天，两国元首会晤。\n当天，【马里诺】参观展厅。"
    assert only("activity", marked, date="2019-01-22").start == "2019-01-22"


def test_a_place_told_of_others_is_not_where_somebody_spoke():
    marked = "【林书远】23日告诉记者，他很失望。\n【马里诺】当天前往法国参加峰会。"
    assert only("statement", marked, date="2019-08-24").places == ()


def test_the_day_of_a_magazine_is_no_day_of_what_it_reports():
    marked = "《京乡新闻》20日报道称，【林书远】批评这一政策。"
    assert only("statement", marked, date="2023-09-20").start is None


@pytest.mark.parametrize(
    ("marked", "day"),
    [
        pytest.param(
            "2月15日综合报道，【林书远】今天下午抵达俄罗斯。", "2011-02-15", id="the dateline's day"
        ),
        pytest.param("【林书远】今天下午抵达俄罗斯。", "2011-02-16", id="else the article's"),
        pytest.param("1月15日消息，【林书远】今天下午抵达俄罗斯。", "2011-02-16", id="too long before"),
    ],
)
def test_today_is_the_day_of_the_dateline(marked, day):
    assert only("trip", marked, date="2011-02-16").start == day


def test_the_day_of_a_wire_is_no_day_of_what_it_tells():
    marked = "4月13日消息，正在俄罗斯访问的【林书远】表示，要合作。"
    assert only("statement", marked, date="2011-04-13").start is None


def test_when_a_term_runs_out_is_no_day_of_leaving():
    marked = "【林书远】原任期至2023年7月，即他提早约一年离任。"
    assert only("removal", marked, date="2021-11-21").start is None


def test_a_guest_is_welcomed_on_a_day_of_which_the_journey_has_none():
    marked = "【林书远】8月26日下午在人民大会堂举行仪式欢迎【马里诺】对我国进行国事访问。"
    assert [(e.type, e.start) for e in find_events(reading(marked, date="2013-08-26"))] == [
        ("ceremony", "2013-08-26"),
        ("trip", None),
    ]


def test_the_death_in_a_telegram_has_no_day():
    marked = "【林书远】14日就【前总统|贝尔托】逝世向【马里诺】致唁电。"
    assert only("call", marked).start == "2019-12-14"
    assert only("death", marked).start is None


def test_a_city_abroad_brings_its_country_where_the_article_names_it():
    assert only("talks", "【林书远】在首尔会见【马里诺】，这是他访问韩国的首日。").places == ("韩国", "首尔")


def test_one_sanction_per_person_at_the_place_of_the_unit():
    marked = "【四川省大竹县副县长|周以宁】、【林业局局长|郑可欣】因公款旅游分别受到党内警告处分。"
    events = [e for e in find_events(reading(marked)) if e.type == "sanction"]
    assert [parts(e) for e in events] == [{"周以宁": "target"}, {"郑可欣": "target"}]
    assert {e.places for e in events} == {("四川省", "大竹县")}


def test_a_statement_quotes_what_was_said_and_goes_on():
    event = only("statement", "【林书远】指出，要加强合作。两国应当互信。\n【林书远】强调，要务实。")
    assert event.trigger == "指出"
    assert [e.quote for e in event.statement] == ["要加强合作。", "要务实。", "两国应当互信。"]


def test_bodies_visited_and_inspected():
    event = only("inspection", "【林书远】到山西调研。\n他来到［太原重机厂］、［西山学校］等，了解生产情况。")
    assert [(o.organization, o.role) for o in event.organizations] == [
        ("太原重机厂", "visited"),
        ("西山学校", "visited"),
    ]
    event = only(
        "inspection",
        "经［中共中央|中国共产党中央委员会］批准，中央巡视组将对［教育部］、［国家统计局］等单位党组织开展常规巡视。",
    )
    assert {o.organization: o.role for o in event.organizations} == {
        "教育部": "target",
        "国家统计局": "target",
        "中国共产党中央委员会": "issuer",
    }


def test_positions_capacities_and_open_lists():
    event = only(
        "talks", "【国务院总理|林书远】会见【马里诺】。\n【外交部长|周以宁】、【郑可欣】等参加会见。"
    )
    assert [(p.person, p.position, p.capacity) for p in event.participants] == [
        ("林书远", 1, (0,)),
        ("马里诺", 2, ()),
        ("周以宁", 3, (1,)),
        ("郑可欣", 4, ()),
    ]
    assert event.open_list


def test_two_who_chair_talks_of_bodies_preside_a_meeting():
    marked = "【林书远】17日在北京同【马里诺】共同主持第七轮政府磋商。"
    assert parts(only("meeting", marked)) == {"林书远": "preside", "马里诺": "preside"}


def test_two_who_write_together_both_write():
    marked = "【林书远】与【马里诺】共同致信【周以宁】。"
    assert parts(only("call", marked)) == {"林书远": "lead", "马里诺": "lead", "周以宁": "counterpart"}


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("【林书远】同【马里诺】互致问候。", id="greetings"),
        pytest.param("【林书远】表示歉意，如有教友因此被捕会尽力帮助。", id="supposed"),
        pytest.param("【林书远】列出调研重点。", id="a noun"),
        pytest.param("法庭向【林书远】发出拘捕令。", id="a warrant"),
    ],
)
def test_no_deed_at_all(marked):
    assert not [e for e in find_events(reading(marked)) if e.type in {"call", "sanction", "inspection"}]


def test_who_came_and_who_held_it_in_one_sentence():
    marked = "［某某中学］近日召开动员会，书记【林书远】主持会议，校长【周以宁】等出席。"
    event = only("meeting", marked)
    assert parts(event) == {"林书远": "preside", "周以宁": "attend"}
    assert [(o.organization, o.role) for o in event.organizations] == [("某某中学", "host")]


def test_who_speaks_at_a_meeting_attended_it():
    marked = "在今年四月在芜湖举行的“［甲钢铁］与［乙汽车］战略合作交流会”上，【林书远】表示，订货稳定。"
    event = only("meeting", marked, date="2011-06-22")
    assert (event.start, event.places, parts(event)) == ("2011-04", ("芜湖市",), {"林书远": "attend"})
    assert only("statement", marked, date="2011-06-22").start == "2011-04"


def test_what_was_said_long_ago_in_passing_is_no_meeting():
    assert [e.type for e in find_events(reading("【林书远】在动员大会上指出，要坚持到底。"))] == ["statement"]


def test_who_is_only_described_holds_nothing():
    event = only("activity", "【林书远】接受治疗的［第一医院］召开记者会。")
    assert (parts(event), [o.organization for o in event.organizations]) == ({}, ["第一医院"])


def test_what_somebody_wants_to_hold_is_not_held():
    assert find_events(reading("［甲国外交部］20日表明有意下周在曼谷举行部长会议。")) == ()


def test_who_reads_out_a_decision_attends_the_ceremony():
    marked = (
        "授旗仪式17日在北京举行。［某某部］参加仪式。【林书远】主持授旗仪式。仪式上，【周以宁】宣读决定。"
    )
    assert parts(only("ceremony", marked)) == {"林书远": "preside", "周以宁": "attend"}


def test_a_declaration_is_issued_by_its_body():
    event = only("issuance", "［甲国国防部］发表声明，称十分失望。")
    assert [(o.organization, o.role) for o in event.organizations] == [("甲国国防部", "issuer")]


def test_a_ban_on_companies_is_a_sanction():
    event = only("sanction", "16日，［甲国商务部］对［乙通讯］和［丙电子］激活拒绝令。")
    roles = {o.organization: o.role for o in event.organizations}
    assert roles == {"甲国商务部": "issuer", "乙通讯": "target", "丙电子": "target"}


def test_who_did_the_same_to_others_is_no_issuer():
    marked = "［甲市警方］拘捕【周以宁】后不久，乙国拘捕【马里诺】。"
    issuers = {
        tuple(parts(e)): [o.organization for o in e.organizations] for e in find_events(reading(marked))
    }
    assert issuers == {("周以宁",): ["甲市警方"], ("马里诺",): []}


def test_prizes_and_contracts_of_bodies():
    def roles(kind, marked):
        return {o.organization: o.role for o in only(kind, marked).organizations}

    prize = "［市文明办］为［甲中学］、［乙中学］等示范点颁发了铜牌。"
    assert roles("award", prize) == {"市文明办": "issuer", "甲中学": "target", "乙中学": "target"}
    contract = "［甲公司］与［乙公司］17日举行战略合作签约仪式。"
    assert roles("ceremony", contract) == {"甲公司": "participant", "乙公司": "participant"}


def test_a_visit_is_where_the_visited_are_at_home():
    marked = "【林书远】17日来到［范县第一中学］视察。"
    assert only("inspection", marked).places == ("范县",)


def test_an_agreement_is_signed_where_the_meeting_is():
    marked = "【林书远】22日在北京出席年会。\n会后，【林书远】和【马里诺】签署合作协议。"
    assert only("agreement", marked).places == ("北京市",)


def test_a_ceremony_named_in_full_is_no_closing_of_another_event():
    marked = "正在俄罗斯访问的【林书远】表示，要合作。\n【林书远】此次主要是来参加某某项目的签约仪式。"
    assert parts(only("ceremony", marked)) == {"林书远": "attend"}


def test_who_rides_to_town_and_attends_there_closes_nothing():
    marked = "［美方］26日开会。【林书远】定于31日抵达俄罗斯，8月2日出席论坛。"
    days = {e.type: e.start for e in find_events(reading(marked, date="2019-07-29")) if e.participants}
    assert days == {"trip": "2019-07-31", "meeting": "2019-08-02"}


def test_a_guest_list_behind_what_is_held():
    marked = "【林书远】明天下午将举办“某某春茗联谊会”，包含【周以宁】、【郑可欣】等人士都将到场。"
    event = only("activity", marked)
    assert (event.start, parts(event)["周以宁"], parts(event)["林书远"]) == ("2019-12-18", "attend", "lead")


def test_talks_with_somebody_are_no_later_assembly():
    marked = "【林书远】同【马里诺】举行双边会见，并出席某某俱乐部举行的对话活动。"
    assert parts(only("activity", marked)) == {"林书远": "attend"}


def test_who_proposes_a_sanction_behind_another():
    marked = "［中央纪委］决定给予【周以宁】开除党籍处分;由［监察部］报国务院批准给予其行政开除处分。"
    event = only("sanction", marked)
    assert [o.organization for o in event.organizations] == ["中央纪委", "监察部"]


def test_a_second_pronoun_means_the_same():
    marked = "【林书远】到场。\n他开庭前被问及支持【周以宁】参选，他表示，都支持。"
    assert parts(only("statement", marked)) == {"林书远": "lead"}


def test_who_speaks_to_the_press_speaks_where_it_is_met():
    marked = "部长通道今天在北京开启。\n部长【林书远】表示，要务实。\n部长【周以宁】表示，要合作。"
    days = [(e.start, e.places) for e in find_events(reading(marked)) if e.type == "statement"]
    assert days == [("2019-12-17", ("北京市",))] * 2
    more = "［外交部］今天举行记者会。【马里诺】抵达俄罗斯。\n学者【林书远】表示，要务实。"
    assert only("statement", more).start is None


def test_a_ceremony_under_its_short_and_full_name_is_one():
    marked = "消防救援队伍授旗仪式9日在北京举行。【林书远】向队伍授旗并致训词。\n【周以宁】主持授旗仪式。"
    event = only("ceremony", marked)
    assert (event.places, parts(event)) == (("北京市",), {"林书远": "lead", "周以宁": "preside"})


def test_envoys_named_after_the_act():
    marked = "【林书远】17日接受七国大使递交国书。\n这7位新任大使是：【马里诺】、【卡洛塔】、【贝尔托】。"
    event = only("activity", marked)
    assert parts(event) == dict.fromkeys(["马里诺", "卡洛塔", "贝尔托"], "counterpart") | {"林书远": "lead"}


def test_a_body_that_a_report_is_about_is_no_place():
    marked = "【林书远】17日主持会议。会议审议了［澳门特别行政区政府］关于预算的报告。"
    assert only("meeting", marked).places == ()


def test_here_is_a_capital():
    marked = "这里是希腊首都雅典，现在是当地时间17日上午，【林书远】在总统府举行仪式，欢迎【马里诺】。"
    assert only("ceremony", marked).places == ("希腊", "雅典")


def test_a_journey_remembered_is_none():
    assert find_events(reading("【林书远】回忆起21年前访问俄罗斯的情景。")) == ()


def test_papers_of_two_bodies_are_two():
    marked = "［财政部］10月印发通知。\n［甲省财政厅］日前印发实施意见。"
    issuers = [[o.organization for o in e.organizations] for e in find_events(reading(marked))]
    assert issuers == [["财政部"], ["甲省财政厅"]]


def test_born_on_one_day_and_dead_on_another():
    marked = "母亲【周以宁】出生于1922年6月11日，逝世于1974年3月20日。"
    assert only("death", marked).start == "1974-03-20"


def test_a_day_of_its_own_does_not_lie_where_another_story_does():
    marked = "【林书远】此前在美国出席峰会。\n12月11日，【林书远】视察核电站。"
    assert only("inspection", marked).places == ()


@pytest.mark.parametrize(
    "marked", ["［甲公司］便被曝光花钱买酒。", "他在“检查”上批示：暂不要写，【林书远】也同意。"]
)
def test_what_is_done_to_a_body_or_only_named_is_no_deed_of_its(marked):
    assert not {"issuance", "inspection"} & {e.type for e in find_events(reading(marked))}


def test_whose_founding_is_feasted_does_not_hold_the_feast():
    marked = "［中国文联］举办的庆祝［中国共产党］成立100周年座谈会20日在北京举行。"
    assert [o.organization for o in only("meeting", marked).organizations] == ["中国文联"]


def test_a_paper_on_places_is_not_issued_there():
    assert only("issuance", "［国务院］日前印发意见，部署在北京市、上海市开展试点。").places == ()


def test_the_loser_wins_no_prize():
    marked = "【林书远】在决赛中战胜【田中和】，夺得冠军。"
    assert parts(only("award", marked)) == {"林书远": "target"}


def test_who_comes_with_many_others_comes():
    marked = "【林书远】、【周以宁】头戴红帽，与全市1100多名志愿者出席了启动仪式。"
    assert parts(only("ceremony", marked)) == {"林书远": "attend", "周以宁": "attend"}


def test_others_come_to_the_lecture():
    marked = "【林书远】在宁夏银川作宣讲报告，主会场近4000人参加了报告会。"
    events = find_events(reading(marked))
    assert [(e.type, e.places) for e in events if e.participants] == [
        ("lecture", ("宁夏回族自治区", "银川市"))
    ]


def test_a_museum_and_a_grave_are_where_not_what_and_not_who():
    marked = "［中宣部］今天在党史展览馆举办宣讲团首场报告会。"
    assert not [e for e in find_events(reading(marked)) if e.type == "activity"]
    assert [e.participants for e in find_events(reading("党员来到【王大山】烈士墓敬献花圈。"))] == []


def test_a_hotel_is_no_host():
    event = only("activity", "17日，［恒远公司］在［广州大酒店］举办了新闻发布会。")
    assert [o.organization for o in event.organizations] == ["恒远公司"]


def test_a_country_is_nobody():
    event = only("talks", "【林书远】17日同【俄罗斯】外长【马里诺】举行会谈。")
    assert "俄罗斯" not in parts(event)


@pytest.mark.parametrize(
    ("marked", "start"),
    [
        ("在2020年春节即将到来之际，【林书远】看望了【周以宁】。", None),
        ("2018年春节前夕，【林书远】看望了【周以宁】。", None),
        ("2018年春节到来之际，【林书远】看望了【周以宁】。", "2018"),
        ("15日，在2020年新春佳节来临之际，【林书远】看望了【周以宁】。", "2019-12-15"),
    ],
)
def test_the_year_of_a_feast_to_come_dates_nothing(marked, start):
    assert only("condolence", marked).start == start


FUNERAL = """【林书远】的遗体，15日在北京八宝山革命公墓火化。
【林书远】因病于12月10日在北京逝世，享年79岁。
上午九时许，【周以宁】、【郑可欣】等，在哀乐声中缓步来到【林书远】的遗体前肃立默哀，向【林书远】的遗体三鞠躬。
【林书远】病重期间和逝世后，【周以宁】、【马里诺】等，前往医院看望或通过各种形式对【林书远】逝世表示沉痛哀悼。"""


def test_a_funeral_a_death_and_the_visits_before():
    farewell = only("ceremony", FUNERAL)
    assert parts(farewell) == {"林书远": "target", "周以宁": "attend", "郑可欣": "attend"}
    assert (farewell.start, farewell.places) == ("2019-12-15", ("北京市",))
    assert only("death", FUNERAL).start == "2019-12-10"
    visits = only("condolence", FUNERAL)
    assert parts(visits) == {"周以宁": "lead", "马里诺": "lead", "林书远": "target"}
    assert visits.start is None


def test_bodies_that_organise_sign_and_inspect():
    held = only("meeting", "由［机械联合会］主办、［恒远公司］承办的采购大会12日在上海举行。")
    assert {o.organization: o.role for o in held.organizations} == {
        "机械联合会": "organizer",
        "恒远公司": "organizer",
    }
    held = only("meeting", "物流论坛12日在上海举行。据悉，本次论坛由［机械联合会］主办。")
    assert ([o.organization for o in held.organizations], held.start) == (["机械联合会"], "2019-12-12")
    agreed = only("agreement", "［恒远公司］与［大江集团］达成战略合作。")
    assert {o.organization for o in agreed.organizations} == {"恒远公司", "大江集团"}
    checked = only("inspection", "［省教育厅］领导到［第五中学］检查工作。")
    assert {o.organization: o.role for o in checked.organizations} == {
        "省教育厅": "participant",
        "第五中学": "visited",
    }


def test_who_is_escorted_leads():
    assert parts(only("activity", "【林书远】陪同【马里诺】检阅仪仗队。")) == {
        "林书远": "accompany",
        "马里诺": "lead",
    }


def test_merits_are_awards():
    event = only("award", "［军委］给大队长【林书远】，主任【周以宁】记一等功。")
    assert parts(event) == {"林书远": "target", "周以宁": "target"}
    assert [(o.organization, o.role) for o in event.organizations] == [("军委", "issuer")]


def test_this_activity_is_the_one_told_of_before():
    event = only("activity", "10日，［第二中学］举行演讲比赛。【林书远】参加了此次活动。")
    assert (parts(event), event.start) == ({"林书远": "attend"}, "2019-12-10")


def test_hosts_of_a_journey_stand_in_the_order_of_the_ceremony():
    marked = "【林书远】、【周以宁】、【郑可欣】、【李大强】17日举行仪式，欢迎【马里诺】对我国进行国事访问。"
    people = [p.person for p in only("trip", marked).participants]
    assert people == ["马里诺", "林书远", "周以宁", "郑可欣", "李大强"]


def test_a_guest_attends_the_ceremony_of_welcome():
    marked = "【林书远】17日为【马里诺】举行欢迎仪式。"
    assert parts(only("ceremony", marked)) == {"林书远": "lead", "马里诺": "attend"}


@pytest.mark.parametrize("programme", ["的《好干部》我们一起", "的最美基层干部，我们"])
def test_the_day_of_a_programme_dates_nothing(programme):
    marked = f"今天{programme}来认识【林书远】。【林书远】说，要敬畏权力。"
    assert only("statement", marked).start is None


def test_pronouns_mean_the_last_subject():
    assert parts(only("inspection", "【林书远】17日抵达太原。\n他到工厂调研。")) == {"林书远": "lead"}


def test_those_former_officials_named_before_a_case_are_its_targets():
    case = only("investigation", "【林书远】，原【副书记|周以宁】涉嫌犯罪，检察机关已经立案。")
    assert parts(case) == {"林书远": "target", "周以宁": "target"}


def test_a_last_check_of_a_plan_inspects_nothing():
    assert told("【林书远】就议题进行最终检查。") == []


def test_a_visit_that_is_going_on_has_no_day():
    assert only("trip", "现在是17日上午，【林书远】正在对法国进行国事访问。").start is None


def test_games_open_with_a_ceremony_led_by_who_declares_it():
    opened = only("ceremony", "【林书远】宣布全市第五届运动会开幕。")
    assert parts(opened) == {"林书远": "lead"}


def test_several_who_hold_a_meeting_attend_it():
    held = only("meeting", "【林书远】、【马里诺】、【周以宁】17日举行视频会议。")
    assert set(parts(held).values()) == {"attend"}


def test_one_who_holds_a_meeting_with_another_leads_it():
    held = only("meeting", "【林书远】17日与【马里诺】举行三国峰会。")
    assert parts(held)["林书远"] == "lead"


def test_a_fair_and_a_summit_opened_together_stay_a_meeting():
    assert only("meeting", "第十届太原博览会和太原商务峰会17日在太原开幕。【林书远】出席。")


def test_an_autonomous_county_under_its_short_name():
    toured = only("inspection", "【林书远】17日在环江县考察。")
    assert toured.places == ("环江毛南族自治县",)


def test_a_local_committee_punishes_several_where_their_units_are():
    committee = "［太原市纪委|中国共产党太原市纪律检查委员会］"
    found = find_events(
        reading(
            f"对此，{committee}进行了问责，给予【娄烦县副县长|林书远】、王工、【局长|周以宁】党内警告处分；"
            "给予【娄烦县财政局局长|马里诺】记过处分。"
        )
    )
    assert {e.participants[0].person for e in found} == {"林书远", "周以宁", "马里诺"}
    assert all(e.organizations[0].role == "issuer" for e in found)
    assert all(e.places == ("娄烦县",) for e in found)


def test_a_decree_is_issued_by_its_body():
    decree = only("issuance", "【林书远】日前签署［国务院］令，公布《某某条例》。")
    assert [(o.organization, o.role) for o in decree.organizations] == [("国务院", "issuer")]


def test_leaders_of_groups_come_and_their_body_is_no_host():
    assert only("meeting", "【林书远】17日主持召开［督导组］组长座谈会。").organizations == ()


def test_work_that_is_arranged_or_begun_is_no_inspection():
    text = "【林书远】17日主持召开会议，正式启动年度执法检查。【周以宁】对执法检查工作作了部署。"
    found = find_events(reading(text))
    assert [e.type for e in found] == ["meeting"]
    assert parts(found[0]) == {"林书远": "preside", "周以宁": "attend"}


def test_a_festival_opens_behind_a_comma():
    opened = only("ceremony", "由［太原市人民政府］主办的第三届太原电影节，17日在星河剧场开幕。")
    assert [(o.organization, o.role) for o in opened.organizations] == [("太原市人民政府", "organizer")]
    assert opened.start == "2019-12-17"


def test_a_factory_visited_behind_a_project():
    toured = only(
        "inspection", "【林书远】一行考察了2×35万千瓦热电联产项目、［星河机械厂］、［云岭药业公司］。"
    )
    assert {o.organization for o in toured.organizations} == {"星河机械厂", "云岭药业公司"}


def test_who_always_says_so_says_it_on_no_day():
    assert only("statement", "【周以宁】17日抵达法国。【林书远】始终坚称自己无罪。").start is None


def test_users_add_their_own_triggers(tmp_path):
    own = tmp_path / "own.toml"
    own.write_text('[[trigger]]\ntype = "activity"\nwords = ["骑行"]\n', "utf-8")
    found = find_events(reading("【林书远】参加骑行。【周以宁】绕湖骑行。"), str(own))
    assert ("activity", "骑行") in {(e.type, e.trigger) for e in found}


@settings(max_examples=150, deadline=None)
@given(
    st.text(
        alphabet="【林书远】【马里诺】会见17日在北京，。说：“”他等、出席议召开受到处分任命为", max_size=60
    )
)
def test_evidence_always_quotes_the_source(marked):
    article = reading(marked)
    for event in find_events(article):
        for quote in (
            *event.evidence,
            *event.statement,
            *(e for p in event.participants for e in p.evidence),
        ):
            assert article.article.article.text[quote.start : quote.end] == quote.quote


@pytest.mark.parametrize(
    "piece", ["［教育部］、", "［教育部］（", "【林书远】，", "还", "在会议上", "［教育部］和在"]
)
def test_no_sentence_takes_for_ever(piece):
    began = time.perf_counter()
    find_events(reading("对" + piece * 150 + "，参加发来贺电"))
    assert time.perf_counter() - began < 5


def test_who_replaces_somebody_is_the_one_who_comes():
    event = only("appointment", "【李国文】接替【梁智文】出任南湖集团总经理。")
    assert parts(event) == {"李国文": "appointee"}
    event = only("appointment", "【李国文】3日接替【梁智文】。")
    assert parts(event) == {"李国文": "appointee"}


def test_an_assembly_is_named_with_what_stands_in_quotes():
    event = only("meeting", "“第八届南湖衍生品市场论坛”5日在上海举行。【李国文】出席。")
    assert event.trigger == "第八届南湖衍生品市场论坛举行"
