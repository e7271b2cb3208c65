"""Long reports: who came to what of several things told, who only stands in its words, who is meant by a title."""

import pytest

from kg.extract.events.events import find_events
from tests.extract.reading_of import reading_of


def told(text: str, date: str = "2020-05-06") -> list[str]:
    """「type day who role, …」 of every event of a text."""
    found = find_events(reading_of(text, date=date))
    return [
        f"{e.type} {e.start or '-'} " + "、".join(f"{p.person} {p.role}" for p in e.participants)
        for e in found
    ]


MET = "全国人大常委会委员长林志远4日在北京会见波兰总统杜扬达。"
TALKS = "talks 2020-05-04 林志远 lead、杜扬达 counterpart"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "国家主席林志远4日在北京同来华出席“丝路”国际合作高峰论坛的老挝国家主席本塔诺举行会谈。",
            ["talks 2020-05-04 林志远 lead、本塔诺 counterpart", "trip - 本塔诺 lead"],
            id="a guest who comes to a forum in quotes; the forum is his",
        ),
        pytest.param(
            "国务院副总理周大平4日在钓鱼台国宾馆与越共中央政治局委员、政府副总理阮文山举行会谈。",
            ["talks 2020-05-04 周大平 lead、阮文山 counterpart"],
            id="where they meet holds no post",
        ),
        pytest.param(
            "受全国人大常委会委托主持选举工作的全国人大常委会副委员长周大平4日主持会议。",
            ["meeting 2020-05-04 周大平 preside"],
            id="what describes the subject has verbs of its own",
        ),
        pytest.param(
            "正在韩国访问的总理周大平4日出席总统朴成浩主持的午宴并参加经济界座谈会。",
            [
                "activity 2020-05-04 周大平 attend、朴成浩 lead",
                "meeting 2020-05-04 周大平 attend",
                "trip - 周大平 lead",
            ],
            id="who gives the lunch comes to nothing else",
        ),
        pytest.param(
            "国务院副总理周大平4日出席合作委员会第二十次会议纪念雕塑揭幕仪式。",
            ["ceremony 2020-05-04 周大平 attend"],
            id="the last noun says what it is",
        ),
        pytest.param(
            f"{MET}\n林志远欢迎杜扬达访华并出席博览会。",
            [TALKS, "trip - 杜扬达 lead"],
            id="a welcome is no closing sentence",
        ),
        pytest.param(
            f"{MET}\n全国政协副主席周大平6日出席座谈会。",
            [TALKS, "meeting 2020-05-06 周大平 attend"],
            id="a day of its own is a happening of its own",
        ),
        pytest.param(
            f"{MET}\n铁凌参加会见。",
            ["talks 2020-05-04 林志远 lead、杜扬达 counterpart、铁凌 attend"],
            id="a rare name in a sentence of its own",
        ),
        pytest.param(
            "国家主席林志远4日会见全国优秀教师代表。全国表彰大会同日举行。\n"
            "周大平、高远山参加会见，王一鸣参加会见并主持表彰大会。",
            [
                "talks 2020-05-04 林志远 lead、周大平 attend、高远山 attend、王一鸣 attend",
                "meeting 2020-05-04 王一鸣 preside",
            ],
            id="both halves of 参加会见并主持大会",
        ),
        pytest.param(
            "国家主席林志远4日抵达罗马。林志远在罗马会见意大利总统贝尔托尼。\n周大平、高远山参加上述活动。",
            [
                "trip 2020-05-04 林志远 lead",
                "talks 2020-05-04 林志远 lead、贝尔托尼 counterpart、周大平 attend、高远山 attend",
            ],
            id="what is meant by all that is no journey",
        ),
        pytest.param(
            "会议4日在北京举行。会上，中国记协主席周大平致开幕词，共青团中央书记处书记高远山代表人民团体致贺词。",
            [
                "meeting 2020-05-04 周大平 attend、高远山 attend",
                "statement 2020-05-04 周大平 lead",
                "statement 2020-05-04 高远山 lead",
            ],
            id="who brings good wishes took the floor",
        ),
        pytest.param(
            "总工会4日召开座谈会，林志远主持。\n要点很多。\n还要努力。\n县委书记周大平介绍：今年种树百亩。",
            ["meeting 2020-05-04 林志远 preside", "statement - 周大平 lead"],
            id="who tells something far behind a meeting was not there",
        ),
        pytest.param(
            "高级研讨班4日结业。中央组织部部长周大平出席结业式并讲话。\n高远山主持结业式。",
            ["ceremony 2020-05-04 周大平 attend、高远山 preside", "statement 2020-05-04 周大平 lead"],
            id="结业式",
        ),
        pytest.param(
            "国务院副总理周大平4日会见新加坡总统尚安达、总理黄明财。\n尚安达、黄明财等新方领导人表示，愿意合作。",
            [
                "talks 2020-05-04 周大平 lead、尚安达 counterpart、黄明财 counterpart",
                "statement 2020-05-04 尚安达 lead",
                "statement 2020-05-04 黄明财 lead",
            ],
            id="of those who speak together some are named",
        ),
        pytest.param(
            "国家主席林志远4日在云南考察。\n林主席说，要种树。",
            ["inspection 2020-05-04 林志远 lead", "statement 2020-05-04 林志远 lead"],
            id="a surname with a title means the one named in full",
        ),
        pytest.param(
            "选举会议4日在香港举行。\n随后，会议推选周大平为主席团常务主席。",
            ["appointment 2020-05-04 周大平 appointee"],
            id="whom a meeting elects it elects on its day",
        ),
        pytest.param(
            "5月4日，韩国企划官金泰允因为秘密批准协定引起争议，向总统李明焕递交辞呈。",
            ["removal 2020-05-04 金泰允 target"],
            id="who hands in his resignation, not who gets it",
        ),
        pytest.param(
            "省委书记周大平4日在重庆宣讲。他结合学习贯彻林志远总书记视察重庆重要讲话精神，作了阐述。",
            ["lecture 2020-05-04 周大平 lead"],
            id="the words of another on his tour",
        ),
        pytest.param(
            "建设总体主任周大平被同事们称为“救火队长”，一天到晚在工地上跑。",
            [],
            id="who is called something says nothing",
        ),
        pytest.param(
            "5月4日，国家主席林志远来到驻守在西南边陲的某边防营，走进战士宿舍，详细了解官兵生活情况。",
            ["inspection 2020-05-04 林志远 lead"],
            id="a barracks is a place to visit",
        ),
        pytest.param(
            f"{MET}\n会见后，两国领导人共同出席了有关合作文件的签字仪式。",
            [TALKS, "ceremony 2020-05-04 林志远 attend、杜扬达 attend"],
            id="those who talked are named again as one",
        ),
        pytest.param(
            f"{MET}\n双方将落实两国领导人达成的共识。",
            [TALKS],
            id="what they agreed on is nobody's deed",
        ),
        pytest.param(
            "一些国家领导人近日致电或致函，热烈祝贺林志远当选中华人民共和国主席。\n"
            "发来贺电或贺函的还有：\n约旦国王阿卜哈拉\n黑山总统武亚诺维奇",
            [
                "call - 林志远 counterpart、阿卜哈拉 lead、武亚诺维奇 lead",
                "appointment - 林志远 appointee",
            ],
            id="letters of many, some of whom stand on lines of a list",
        ),
        pytest.param(
            "又有一些国家领导人通过致电致函等方式，热烈祝贺周文林当选中华人民共和国主席。\n"
            "向周文林主席致贺的还有：爱沙尼亚总统卡里斯，瓦努阿图总统武罗巴拉武。",
            [
                "call - 周文林 counterpart、卡里斯 lead、武罗巴拉武 lead",
                "appointment - 周文林 appointee",
            ],
            id="who else congratulated",
        ),
    ],
)
def test_who_took_part(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "上合会议4日在天津举行。国家主席林志远主持会议。\n上海合作组织成员国白俄罗斯总统卢卡科、伊朗总统佩泽扬、"
            "巴基斯坦总理夏巴尔和印度代表，观察员国蒙古国总统呼日勒，对话伙伴国阿塞拜疆总统阿利夫、亚美尼亚总理帕什扬，"
            "联合国秘书长古特斯、上海合作组织常设机构负责人以及其他国际组织和多边机制负责人出席。",
            [
                "meeting 2020-05-04 林志远 preside、卢卡科 attend、佩泽扬 attend、夏巴尔 attend、呼日勒 attend、"
                "阿利夫 attend、帕什扬 attend、古特斯 attend"
            ],
            id="a long roll with unread titles",
        ),
        pytest.param(
            "首届博览会4日在上海开幕。国家主席林志远出席开幕式。捷克总统泽尔曼、肯尼亚总统肯雅拉等外方领导人与会。",
            ["ceremony 2020-05-04 林志远 attend、泽尔曼 attend、肯雅拉 attend"],
            id="与会 means what was just told",
        ),
        pytest.param(
            "中共中央4日召开座谈会。国家主席林志远主持。\n出席座谈会的党外人士还有齐文春、陈晓明、马培东和郝明远等。",
            ["meeting 2020-05-04 林志远 preside、齐文春 attend、陈晓明 attend、马培东 attend、郝明远 attend"],
            id="who else came, and what they are",
        ),
        pytest.param(
            "全国政协4日举行新年茶话会。国家主席林志远、国务院总理周大平等同各界人士欢聚一堂。",
            ["meeting 2020-05-04 林志远 attend、周大平 attend"],
            id="欢聚一堂",
        ),
        pytest.param(
            "大会主席团4日举行第一次会议。\n会议在大会秘书长林志远主持下通过了名单。",
            ["meeting 2020-05-04 林志远 preside"],
            id="in whose chair",
        ),
        pytest.param(
            "国家主席林志远4日在天津出席大会开幕式后，由国务委员刘远东和天津市委书记周大平等陪同，来到企业调研。",
            [
                "ceremony 2020-05-04 林志远 attend",
                "inspection 2020-05-04 林志远 lead、刘远东 accompany、周大平 accompany",
            ],
            id="by whom accompanied, and where",
        ),
        pytest.param(
            "泰国公主诗通娅、印尼总统特使卢胡尔等4日在开幕式上发表视频致辞。",
            ["statement 2020-05-04 诗通娅 lead", "statement 2020-05-04 卢胡尔 lead"],
            id="a row with a title that was not read",
        ),
        pytest.param(
            "国家主席林志远4日为出席峰会的各国元首夫妇举行欢迎仪式。",
            ["ceremony 2020-05-04 林志远 lead"],
            id="the guests come to the summit, not the host of the reception",
        ),
        pytest.param(
            "全国人大常委会副委员长沈月华4日在福建代表团审议时说，赞同报告。",
            ["meeting 2020-05-04 沈月华 attend", "statement 2020-05-04 沈月华 lead"],
            id="in a delegation's sitting",
        ),
        pytest.param(
            "全国政协主席林志远4日看望参加会议的医药卫生界委员并参加联组会。",
            ["meeting 2020-05-04 林志远 attend", "condolence 2020-05-04 林志远 lead"],
            id="visits some and attends",
        ),
        pytest.param(
            "全国人大常委会委员长林志远4日主持会议。\n会议经表决通过了国防法；决定免去周大平的商务部部长职务，任命高远山为商务部部长。",
            [
                "meeting 2020-05-04 林志远 preside",
                "appointment 2020-05-04 高远山 appointee",
                "removal 2020-05-04 周大平 target",
            ],
            id="what a meeting votes on has its day",
        ),
        pytest.param(
            "全国政协主席林志远还和某某一同看望了工作人员。",
            ["condolence - 林志远 lead"],
            id="together with somebody who was not read",
        ),
        pytest.param(
            "国家主席林志远4日会见老挝总理通达尔。\n通达尔请林志远转达对总理的良好祝愿，感谢宝贵支持，赞赏建设成就，愿加强交流。",
            ["talks 2020-05-04 林志远 lead、通达尔 counterpart", "statement 2020-05-04 通达尔 lead"],
            id="who asks another to pass on greetings speaks",
        ),
        pytest.param(
            "北京大学教授刘志远分析了发展新格局，将倡议视为资源，并强调国家角色的定位。",
            ["statement - 刘志远 lead"],
            id="the same subject goes on",
        ),
        pytest.param(
            "近日，一些外国政党领导人致电致函中国人民对外友好协会，积极评价抗疫。\n挪威总统埃文森表示，赢得了时间。\n"
            "也门总统阿尼斯表示，感谢中国。\n秘鲁总统莫里斯表示，值得学习。",
            [
                "call - 埃文森 lead、阿尼斯 lead、莫里斯 lead",
                "statement - 埃文森 lead",
                "statement - 阿尼斯 lead",
                "statement - 莫里斯 lead",
            ],
            id="letters to a body",
        ),
        pytest.param(
            "国家主席林志远欢迎米歇娜女士偕母亲罗宾娜和女儿访华。",
            ["trip - 米歇娜 lead"],
            id="with her family",
        ),
        pytest.param(
            "4日，总书记林志远对巡视工作转职能作出部署。各界和一些政要认为，此举有力。",
            [],
            id="the work of inspection is none; others think so",
        ),
        pytest.param(
            "全国人大常委会4日举行会议。会议经表决，任命林志远、杜毫家为国家监委副主任；任命巴彦朝乐、于卫国为最高人民法院副院长；"
            "免去钟山的商务部部长职务。",
            [
                "meeting 2020-05-04 ",
                "appointment 2020-05-04 林志远 appointee、杜毫家 appointee",
                "appointment 2020-05-04 巴彦朝乐 appointee、于卫国 appointee",
                "removal 2020-05-04 钟山 target",
            ],
            id="whoever stands in a vote has a name",
        ),
        pytest.param(
            "国家主席林志远4日在河北考察。\n林志远在河北省委书记周大平陪同下，来到农村。",
            ["inspection 2020-05-04 林志远 lead、周大平 accompany"],
            id="who went along is told later",
        ),
        pytest.param(
            "美国参议员卢比诺4日在《日经亚洲》网站撰文，鼓吹对抗。",
            ["statement 2020-05-04 卢比诺 lead"],
            id="who writes says something",
        ),
    ],
)
def test_rolls_and_company(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "中央军委晋升上将军衔仪式4日在北京举行。\n中央军委副主席林志远主持晋衔仪式。",
            ["ceremony 2020-05-04 ", "ceremony 2020-05-04 林志远 preside"],
            id="the 将 of a general plans nothing",
        ),
        pytest.param(
            "全国人大常委会委员长林志远4日访问越南。\n访问期间，林志远出席了友好交流活动并致辞。",
            [
                "trip 2020-05-04 林志远 lead",
                "activity 2020-05-04 林志远 attend",
                "statement 2020-05-04 林志远 lead",
            ],
            id="during a visit he comes to something of its own",
        ),
        pytest.param(
            "国家主席林志远4日出席美国总统奥巴德在白宫为出席第四届核安全峰会的各国领导人举行的宴会。",
            ["activity 2020-05-04 林志远 attend、奥巴德 lead"],
            id="a dinner given for those who come to a summit",
        ),
        pytest.param(
            "大会4日在联合国召开。\n美国国务卿克里斯在开幕式上的主题演讲中说，要行动。",
            ["meeting 2020-05-04 克里斯 attend", "statement 2020-05-04 克里斯 lead"],
            id="what he said in his speech he said",
        ),
        pytest.param(
            "总统额勒道尔吉邀请国家主席林志远为比赛优胜者颁奖。",
            ["award - 林志远 lead"],
            id="who is asked to give the prizes gives them",
        ),
        pytest.param(
            "国家主席林志远4日在实地考察中白工业园时指出，要合作。",
            ["inspection 2020-05-04 林志远 lead", "statement 2020-05-04 林志远 lead"],
            id="中 of a name behind the verb",
        ),
        pytest.param(
            "江苏省委4日举行会议，林志远主持。\n国家主席周大平、总理高远山在主席台前排就座。村党总支书记杨恒远向与会者汇报了村里的变化。",
            ["meeting 2020-05-04 林志远 preside、周大平 attend、高远山 attend、杨恒远 attend"],
            id="on the rostrum, and who reports",
        ),
        pytest.param(
            "与俄罗斯总统普廷、议长马特科分别会谈时，全国人大常委会委员长林志远说，要合作。",
            ["talks - 林志远 lead、普廷 counterpart、马特科 counterpart", "statement - 林志远 lead"],
            id="with each of two",
        ),
        pytest.param(
            "会议4日决定免去周和平的商务部部长职务，任命陶凤和、王立山为国务委员。",
            ["appointment 2020-05-04 陶凤和 appointee、王立山 appointee", "removal 2020-05-04 周和平 target"],
            id="和 within a name",
        ),
        pytest.param(
            "教授林志远认为，要种树。\n联合国人权理事会审议工作组会议4日举行。",
            ["statement - 林志远 lead", "meeting 2020-05-04 "],
            id="who spoke before a discussion is told of was not there",
        ),
    ],
)
def test_where_they_were(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "春节前夕，国家主席林志远等分别慰问了周大平、高远山、罗干、王一鸣、回良玉、吴月华等老同志，向老同志们致以问候，祝愿新春愉快。",
            [
                "condolence - 林志远 lead、周大平 counterpart、高远山 counterpart、王一鸣 counterpart、吴月华 counterpart"
            ],
            id="a list goes on behind a name that was not read",
        ),
        pytest.param(
            "国家主席林志远4日会见来华出席运动会的国际奥委会主席考文德和终身名誉主席巴赫。",
            [
                "talks 2020-05-04 林志远 lead、考文德 counterpart、巴赫 counterpart",
                "trip - 考文德 lead、巴赫 lead",
            ],
            id="both guests came",
        ),
        pytest.param(
            "全国人大会议4日在北京举行第四次全体会议。国家主席林志远签署第一号主席令，任命周大平为国务院总理。\n"
            "高远山、王一鸣同志为中央军事委员会副主席。\n郝明远同志当选为国家监察委员会主任。\n林志远等为受表彰对象颁奖。",
            [
                "meeting 2020-05-04 ",
                "issuance 2020-05-04 林志远 lead",
                "appointment 2020-05-04 周大平 appointee、林志远 lead",
                "appointment 2020-05-04 高远山 appointee、王一鸣 appointee",
                "appointment 2020-05-04 郝明远 appointee",
                "award 2020-05-04 林志远 lead",
            ],
            id="what is declared and given at a congress has its day",
        ),
        pytest.param(
            "全国政协会议4日举行。\n陈群远委员代表民盟中央发言说，要努力。\n车俊委员发言说，要实干。\n韩方代表说，可以。",
            [
                "meeting 2020-05-04 陈群远 attend、车俊 attend",
                "statement 2020-05-04 陈群远 lead",
                "statement 2020-05-04 车俊 lead",
            ],
            id="members of a congress who take the floor",
        ),
        pytest.param(
            "全国人大常委会会议4日举行。\n受国务院委托，国家发展改革委主任徐志远报告了计划执行情况。",
            ["meeting 2020-05-04 徐志远 attend"],
            id="who reports on behalf of another",
        ),
        pytest.param(
            "国家主席林志远五次参加内蒙古代表团审议。日本首相安山晋太还打算与总统文在远举行会议。",
            [],
            id="five times, and meant only",
        ),
        pytest.param(
            "国家主席林志远4日会见获奖代表。",
            ["talks 2020-05-04 林志远 lead"],
            id="those who won are met, the host wins nothing",
        ),
        pytest.param(
            "全国人大常委会第三次会议4日闭幕。\n预算工作委员会主任史志远作了题为《加强监督》的讲座。",
            ["meeting 2020-05-04 ", "lecture 2020-05-04 史志远 lead"],
            id="who gives a lecture",
        ),
        pytest.param(
            "国家主席林志远4日同阿根廷总统克里斯娜就两国关系深入交换意见。",
            ["talks 2020-05-04 林志远 lead、克里斯娜 counterpart"],
            id="an exchange of views is a talk",
        ),
        pytest.param(
            "外交部部长林志远4日同美国国务卿布林德通电话，就局势交换意见。",
            ["call 2020-05-04 林志远 lead、布林德 counterpart"],
            id="but none of its own on the telephone",
        ),
        pytest.param(
            "今年是周恩远同志逝世10周年。国家主席林志远4日出席纪念周恩远同志逝世四十周年座谈会。",
            ["meeting 2020-05-04 林志远 attend"],
            id="who died long ago does not die now",
        ),
        pytest.param(
            "国际奥委会主席巴赫为获奖运动员颁奖。",
            ["award - 巴赫 lead"],
            id="who hands over the prizes has won none",
        ),
        pytest.param(
            "全国政协主席林志远4日分别会见了德国议长舒尔曼，法国议长拉尔谢，日本议长大岛浩。",
            ["talks 2020-05-04 林志远 lead、舒尔曼 counterpart、拉尔谢 counterpart、大岛浩 counterpart"],
            id="one after the other, behind commas",
        ),
        pytest.param(
            "国务委员林志远4日会见了柬埔寨国防大臣迪邦和越南国防部长吴春历，并同他们一起出席了论坛开幕式。",
            [
                "ceremony 2020-05-04 林志远 attend",
                "talks 2020-05-04 林志远 lead、迪邦 counterpart、吴春历 counterpart",
            ],
            id="with them he goes on",
        ),
        pytest.param(
            "纪念某某同志诞辰100周年座谈会4日在京举行。全国人大常委会委员长林志远出席座谈会。\n"
            "全国政协副主席周大平在座谈会上缅怀了他光辉的一生，强调要学习。\n中央书记处书记高远山在总结讲话中表示，要好好学习。",
            [
                "meeting 2020-05-04 林志远 attend、周大平 attend、高远山 attend",
                "statement 2020-05-04 周大平 lead",
                "statement 2020-05-04 高远山 lead",
            ],
            id="who speaks there, and in whose closing words",
        ),
        pytest.param(
            "中央军委4日举行荣誉称号颁授仪式。\n中央军委副主席周大平宣读授予荣誉称号命令，中央军委副主席高远山主持仪式。",
            ["ceremony 2020-05-04 高远山 preside、周大平 attend"],
            id="an order that is read out honours nobody there",
        ),
        pytest.param(
            "全国人大常委会委员长林志远4日会见秘鲁总统乌马塔。\n会谈结束后，国会主席索洛诺授予林志远委员长“大十字勋章”。",
            [
                "talks 2020-05-04 林志远 lead、乌马塔 counterpart",
                "award 2020-05-04 索洛诺 lead、林志远 target",
            ],
            id="honoured after the talks, on their day",
        ),
    ],
)
def test_congresses_and_lists(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "政协第十四届全国委员会第三次会议4日在北京开幕。\n下午3时，全国政协副主席周大平宣布大会开幕。\n"
            "在主席台就座的领导同志还有：高远山、林志远等。",
            ["meeting 2020-05-04 周大平 preside、高远山 attend、林志远 attend"],
            id="who calls it open and who sits on the rostrum",
        ),
        pytest.param(
            "欢迎仪式后，两国元首举行会谈。\n国家主席林志远指出，要友好。\n法国总统杜扬达表示，要合作。",
            [
                "talks - 林志远 lead、杜扬达 counterpart",
                "statement - 林志远 lead",
                "statement - 杜扬达 lead",
            ],
            id="heads of state whom only their words name",
        ),
        pytest.param(
            "国务院副总理周大平4日在北京出席颁奖仪式，并为获奖者颁奖。\n获得一等奖的获奖者是教授高远山和院士林志远。",
            [
                "ceremony 2020-05-04 周大平 attend",
                "award 2020-05-04 周大平 lead、高远山 target、林志远 target",
            ],
            id="who has won",
        ),
        pytest.param(
            "全国人大常委会委员长林志远4日会见波兰总统杜扬达。\n1日，波兰前总统柯尔迪逝世。\n"
            "林志远还会见了波兰总理萨尔曼。",
            [
                TALKS,
                "death 2020-05-01 柯尔迪 target",
                "talks 2020-05-04 林志远 lead、萨尔曼 counterpart",
            ],
            id="a death told in passing moves nothing",
        ),
        pytest.param(
            "省委书记周大平同志4日在湖北代表团审议时说，要改革。",
            ["meeting 2020-05-04 周大平 attend", "statement 2020-05-04 周大平 lead"],
            id="a comrade at a sitting",
        ),
        pytest.param(
            "国家主席林志远作出重要指示强调，坚持方向。关心下一代工作表彰大会4日在京召开。"
            "林志远作出重要指示，向代表致以祝贺。\n中宣部部长周大平在会上宣读了指示。",
            ["statement - 林志远 lead", "meeting 2020-05-04 周大平 attend"],
            id="a meeting told behind somebody's words",
        ),
        pytest.param(
            f"{MET}\n杜扬达感谢林志远会见，并表示，要合作。",
            [TALKS, "statement 2020-05-04 杜扬达 lead"],
            id="who gives thanks for the talks speaks on",
        ),
        pytest.param(
            "一些国家和政党领导人致电或致函，热烈祝贺林志远当选总书记。\n越共中央总书记阮富林在贺函中说，要合作。\n"
            "贺函说，近年来关系很好。\n美国总统奥雷巴在贺函中说，祝贺您当选。\n总统卢卡雷科在贺电中说，要合作。",
            [
                "call - 林志远 counterpart、阮富林 lead、奥雷巴 lead、卢卡雷科 lead",
                "appointment - 林志远 appointee",
                "statement - 阮富林 lead",
                "statement - 奥雷巴 lead",
                "statement - 卢卡雷科 lead",
            ],
            id="a letter is nobody",
        ),
        pytest.param(
            "全国政协副主席周大平在参加特邀澳门人士界别协商会议时说，要好。",
            ["meeting - 周大平 attend", "statement - 周大平 lead"],
            id="a sitting is no chamber of commerce",
        ),
        pytest.param(
            "4日，国家主席林志远在法国外长杜扬达陪同下参观戴高乐将军办公室。",
            ["activity 2020-05-04 林志远 lead、杜扬达 accompany"],
            id="whose office is seen is not there",
        ),
        pytest.param(
            "韩国总统朴成浩4日访美。她原定6月对美国进行访问，但由于疫情推迟到10月。",
            ["trip 2020-05-04 朴成浩 lead"],
            id="what was planned once",
        ),
    ],
)
def test_seats_and_words(text, expected):
    assert told(text) == expected
