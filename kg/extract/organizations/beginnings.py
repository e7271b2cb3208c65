"""Where an organisation's name begins: the words are walked to the left until one comes that no such name has.

Which words those are (verbs, prepositions …) is said by the segmenter's word classes and by kg/lexicon/body_words.tsv.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from kg.extract.clauses import clause_start
from kg.extract.organizations.paired import paired_start
from kg.extract.persons.characters import chinese_weight, foreign_weight
from kg.extract.segment import is_word, tag
from kg.lexicon.body_forms import national_forms
from kg.lexicon.places import places
from kg.lexicon.tables import rows_of


def body_in_front(text: str, floor: int, end: int) -> int:
    """Where the organisation that ends at `end` begins, not before `floor`."""
    floor = clause_start(text, floor, end)
    return floor + body_start(text[floor:end])


@cache
def _body_words(sort: str) -> frozenset[str]:
    return frozenset(word for word, its in rows_of("body_words.tsv") if its == sort)


# 1993年任|某某大学, 1984年毕业于原|某某学院; 2010年上海世界博览会组织委员会 keeps its year
_AFTER_A_YEAR = re.compile(
    r"(?:19|20)\d\d年?(?:\d{1,2}月)?起?(?:任|毕业于|就读于|考入|考取|进入|调入|赴|被|受聘于|于|在)原?"
)


@lru_cache(maxsize=60_000)
def body_start(core: str) -> int:
    """Where the organisation that ends at the end of `core` begins; len(core) if none does."""
    if not core or core in national_forms() or core in _COMMITTEES[2:]:
        return 0
    if "届、" in core:
        core = _LISTED_TERMS.sub(lambda m: "第" * len(m.group()), core)
    paired = paired_start(core)
    if paired >= 0:
        return paired
    begun = _AFTER_A_YEAR.match(core)
    if begun:
        return begun.end() + body_start(core[begun.end() :])
    inside = _IN_NAME.search(core)
    if inside:
        start = body_start(core[: inside.start()] + core[inside.end() :])
        return start if start < inside.start() else start + inside.end() - inside.start()
    chamber = _CHAMBER.search(core) if core[-1] in "庭院" else None
    if chamber:
        return body_start(core[: chamber.start()])
    glued = _behind_a_name(core)
    if glued:
        return glued
    words = _words_of(core)
    at = start = len(core)
    known = _known_at_the_end(core)
    soft = -1
    for index in range(len(words) - 1, -1, -1):
        word, flag = words[index]
        at -= len(word)
        if flag not in _OF_PLACES and len(word) > 1 and _is_state(word):
            flag = "ns"  # 也门, 加纳: which the dictionary has as other words
        if word == "前" and _was_there(core, at):
            continue  # 法国|前|政府
        if (word[0] == "某" and _is_a_force(core, at)) or (word == "第" and _NUMBERED_UNIT.match(core, at)):
            start, soft = at, -1  # 空军航空兵|某|团, 陆军|第|71集团军
            continue
        if word in _body_words("stop") and not _pairs(word, core, at) and not _two_states(core, at):
            if word == "中" and at == 0 and start == 1:
                start = 0  # 中|船消防设备有限公司
            break
        if _may_stand_in_body(word, flag) or _pairs(word, core, at) or _names_a_part(word, flag, core, at):
            if soft < 0:
                start = at
            elif _ANCHOR.match(word) or flag in _OF_PLACES:
                start, soft = at, -1
        elif (
            (soft < 0 and (_ANCHOR.match(core, start) or flag[0] not in "vc" or word in _body_words("hard")))
            or flag[0] not in "vcap"
            or word in _body_words("hard")
        ):
            break
        else:
            soft = start
    for before in range(max(0, start - 4), start):  # 道|里|区委 is cut through the middle of 道里区
        found = places().longest_at(core, before)
        if found and found[0] > start and found[0] - before > 2:
            return before
        if found and found[0] == start and (core.startswith("驻", start) or core[start:] in _OF_A_STATE):
            return before  # 约|旦|驻利比亚大使, 监督也|门|政府
    if (
        core[start - 1 : start] == "中"
        and JOINT.match(core, start - 1)
        and not places().longest_at(core, start)
    ):
        start -= 1  # 中|俄能源合作委员会
    start = _abroad_before(core, start)
    if core[start:] == "党" and 4 <= len(core) <= 8 and not _no_name(words):
        return 0  # 未来统合|党: a party's name may hold verbs
    if start > 0 and core[start - 1 : start + 1] in _SHORT_SCHOOLS and not is_word(core[start - 2 : start]):
        start -= 1  # 中|大新传学院
    verb = _VERB_FIRST.match(core, start)
    start = verb.end() if verb and verb.end() < len(core) - 1 else start
    member = _MEMBER.search(core, start)
    if member and places().longest_at(core, member.end()):
        return member.end()
    return min(known, _of_a_group(core, start))


# A part of a body in front, of whatever words: 某某人民法院|少年庭, 法院|破产庭, 第四军医大学|唐都医院
_CHAMBER = re.compile("(?<=法院)[\u4e00-\u9fff]{1,8}庭$|(?<=大学)[\u4e00-\u9fff]{2,6}医院$")


_SCHOOL = re.compile("大学|学院")


def _abroad_before(core: str, start: int) -> int:
    """Where the country begins before a school whose name was cut (澳洲|莫|纳什大学); `start` where none does."""
    if not 1 < start < len(core) - 3 or not _SCHOOL.search(core, start):
        return start
    for at in range(max(0, start - 6), start - 1):
        found = places().longest_at(core, at)
        between = core[found[0] : start] if found else ""
        if (
            found
            and found[1][0].level == "country"
            and len(between) in {1, 2}
            and foreign_weight(between) > 0
        ):
            return at
    return start


_MEMBER = re.compile("(?:主席|成员|东道|主办|倡议|创始|担保)国")  # 某组织轮值主席国|波兰外交部
_VERB_FIRST = re.compile(
    "联络(?![办处部局组员官]|中心|小组)|抵达?(?![制押抗免销消])"
)  # 联络|某公司: what the dictionary has as a noun; 送|抵|某医院


# What two countries have together: 中俄能源合作委员会, 中非友好协会.
JOINT = re.compile(
    "中(?:[美英法德俄日韩朝印泰越老缅柬哈蒙巴土伊波捷匈希意西葡芬荷瑞奥欧非东拉阿新墨澳加菲智秘])"
    "(?!.*(?:两国|双方|边境))[\u4e00-\u9fff—－-]{2,}(?:委员会|理事会|协会|商会|联合会|大学|学院|研究中心|联合实验室)$"
)
_REGULAR = re.compile(
    "中[\u4e00-\u9fff](?:总理|外长)?(?:定期)?(?:会晤|磋商)委员会$"
)  # a verb, yet inside a name
_LISTED_TERMS = re.compile("(?<=届)、第?(?=[一二三四五六七八九十]+届)")  # 第八届、九届 is as good as one term
_IN_NAME = re.compile("（[^）]*）|“[^”]*”")


def _words_of(core: str) -> Sequence[tuple[str, str]]:
    """The words of `core`; a known body is one (前|立法会), so are a school's kind (陆集|中学) and a place (齐聚|范县)."""
    regular = _REGULAR.search(core)
    known = _short_known_at_the_end(core) or (len(core) - 5 if core.endswith(_COMMITTEES) else 0)
    known = known or (len(core) - 3 if core.endswith(_COUNCILS) else 0)
    known = regular.start() if regular else known
    found = (*tag(core[:known]), (core[known:], "nt")) if known or regular else tag(core)
    numbered = _NUMBERED_SCHOOL.search(core) if core[-1] in "中高" else None
    if numbered and numbered.start():  # 开封|五中, of which the dictionary makes a verb and a number
        place = places().longest_at(core, 0)
        whole = place is not None and place[0] == numbered.start()
        before = ((core[: numbered.start()], "ns"),) if whole else tag(core[: numbered.start()])
        found = (*before, (numbered.group(), "n"))
    elif found[-1] == ("会", "v") and len(found) > 1 and found[-2][1][0] == "n":  # 经济学|会
        found = (*found[:-2], (found[-2][0] + "会", "n"))
    elif found[-1][0] == "学" and core.endswith(("大学", "中学", "小学")) and len(core) > 3:
        found = (*tag(core[:-2]), (core[-2:], "n"))
    if any(flag == "x" and len(word) == 2 and word[-1] in _PREPOSITIONS for word, flag in found):
        found = tuple(part for word, flag in found for part in _without_preposition(word, flag))
    for word, flag in found:
        if flag == "x" and len(word) > 2:
            break
    else:
        return found
    words: list[tuple[str, str]] = []
    for word, flag in found:
        cut = _place_ends(word) if flag == "x" and len(word) > 2 else 0
        words.extend([*tag(word[:cut]), (word[cut:], "ns")] if cut else [(word, flag)])
    return words


_SHORT_SCHOOLS = frozenset("港大 中大 理大 科大 城大 浸大 岭大 教大".split())
_COMMITTEES = ("提名委员会", "执行委员会", "遴选委员会", "调查委员会")
_COUNCILS = ("学生会", "校董会", "校委会", "校友会", "评议会")  # 港大|学生会: no 大学生
_PREPOSITIONS = frozenset("到在由向与赴于以同")


_NUMBERED_SCHOOL = re.compile("第?[一二三四五六七八九十]{1,3}[中高]$")


def _without_preposition(word: str, flag: str) -> tuple[tuple[str, str], ...]:
    """10|日到|某医院: what no dictionary has is taken apart before the preposition that it ends in."""
    if flag == "x" and len(word) == 2 and word[-1] in _PREPOSITIONS:
        return (word[:-1], "x"), (word[-1], "p")
    return ((word, flag),)


def _place_ends(word: str) -> int:
    """Where a place begins that ends `word`; 0 if none does."""
    found = ((at, places().longest_at(word, at)) for at in range(1, len(word) - 1))
    return next((at for at, hit in found if hit and hit[0] == len(word)), 0)


def _short_known_at_the_end(core: str) -> int:
    """Where a known body of a few characters begins that ends `core`; 0 if none does."""
    forms, end = national_forms(), len(core)
    for at in range(max(1, end - 8), end - 1):
        if core[at:] in forms and (end - at > 2 or core[at:] in {"人大", "政协"}):
            return at
    return 0


def _behind_a_name(core: str) -> int:
    """Where a national body begins behind nothing but somebody's name (免去|某某某|最高人民法院…职务); 0 if none does."""
    if core[-2:] not in {"法院", "政协", "人大", "察院", "委会"}:
        return 0
    forms = national_forms()
    at = next((at for at in (2, 3, 4) if core[at:] in forms), 0)
    name = core[:at]
    named = at and chinese_weight(name) > _A_NAME and not is_word(name)
    return at if named and not places().longest_at(name, 0) else 0


_A_NAME = 2.0  # bits


def _known_at_the_end(core: str) -> int:
    """Where a known body of six characters or more begins that ends `core` (听取了|全国人大常委会代表资格审查委员会)."""
    forms, end = national_forms(), len(core)
    if core[-3:] not in _last_three():
        return end
    return next((at for at in range(max(0, end - 24), end - 5) if core[at:] in forms), end)


@cache
def _last_three() -> frozenset[str]:
    return frozenset(form[-3:] for form in national_forms() if len(form) > 5)


def _of_a_group(core: str, start: int) -> int:
    """A leading group's name holds verbs too: 中央|防范和处理…|领导小组, 碳排放管理|工作|领导小组."""
    if not core.endswith(("小组", "小组办公室")):
        return start
    whole = _GROUP.search(core, 0)
    if whole or core[start:] not in {"工作领导小组", "领导小组"}:
        return min(start, whole.start()) if whole else start
    at = len(core)
    for word, flag in reversed(_words_of(core)):
        if flag[0] in "mtprd" or word in _body_words("stop") or word in _body_words("hard"):
            break
        at -= len(word)
    return min(start, at)


_GROUP = re.compile(
    "(?:(?:中央|国务院|国家|全国)(?!成立|设立|组建|决定)[\u4e00-\u9fff“”、]{2,30}?(?:领导|协调|工作|指导)小组"
    "|(?:推动|推进|促进)[\u4e00-\u9fff]{4,20}?领导小组)(?:办公室)?$"
)


def _two_states(core: str, at: int) -> bool:
    """Whether 中 at `at` is the second of two states (美中|某某基金会)."""
    return (
        at > 0
        and core[at] == "中"
        and core[at - 1] in "美日韩英德法欧俄澳碳"
        and not is_word(core[at - 2 : at])
    )


_OF_A_STATE = frozenset("政府 议会 国会 军方 警方 内政部 外交部 国防部 总统府".split())
_ANCHOR = re.compile("中国|中央|中华|全国|国家|国务院|国际|世界|联合国|亚洲|欧洲|非洲|全球|中共")


def _no_name(words: Sequence[tuple[str, str]]) -> bool:
    """Whether a word among `words` stands in no name."""
    return any(
        word in _body_words("stop") or word in _body_words("hard") or flag[0] in "pcrm"
        for word, flag in words
    )


_OF_PLACES = frozenset(("ns", "nt"))


def _is_state(word: str) -> bool:
    """Whether a whole word is the name of a country."""
    found = places().lookup(word)
    return bool(found) and found[0].level == "country"


def _is_a_force(core: str, at: int) -> bool:
    """Whether 某 at `at` stands within the name of a unit of the forces (武警河北总队|某|部)."""
    return core[-1] in "部团旅师营连舰艇队" and bool(_FORCES.search(core, 0, at))


_NUMBERED_UNIT = re.compile(
    "第\\d{1,3}(?:集团军|医院|[空合导装勤][\u4e00-\u9fff]{1,4}旅|[军师旅团](?![\u4e00-\u9fff]*[员人]))"
)
_FORCES = re.compile(
    "空军|海军|陆军|火箭军|武警|集团军|军区|战区|舰队|导弹部队|预备役|空降兵|联勤|边防|海警|消防"
)
WAS_THERE = (
    "驻",
    "政府",
    "联邦",
    "国会",
    "议会",
    "众议",
    "参议",
    "外交",
    "国防",
    "财政",
    "劳工",
    "商务",
    "央行",
    "驻华",
)
"""What a country had, and 前 before it means who was there (德国|前|联邦议员)."""


def _was_there(core: str, at: int) -> bool:
    """Whether 前 at `at` stands between a country and what it had (美国|前|驻华大使, 法国|前|政府总理)."""
    return core.startswith(WAS_THERE, at + 1) and _country_ends(core, at)


def _country_ends(core: str, at: int) -> bool:
    """Whether a country ends at `at` (某大学美国|与东亚研究院)."""
    return any(places().country(core[at - size : at]) for size in (2, 3, 4, 5, 6) if at >= size)


def _names_a_part(word: str, flag: str, core: str, at: int) -> bool:
    """Whether a verb says what a section or a squad does (宣教|科, 直属|队)."""
    return flag[0] == "v" and len(word) == 2 and at == len(core) - 3 and core[-1] in "队科股组班室处"


def _pairs(word: str, core: str, at: int) -> bool:
    """和 within one name (发展和改革), not between two bodies; 继续 in 继续教育学院."""
    if word == "继续":
        return core.startswith("教育", at + 2) and len(core) <= at + 6
    if word == "选举":
        return core.startswith(("法院", "法庭", "委员会"), at + 2)
    if word == "外国":
        return core.startswith(("经济", "文学", "语", "专家", "史", "法", "军事"), at + 2)
    if word in {"捐赠", "捐献"}:
        return core.endswith(("器官", "遗体", "骨髓", "干细胞"), 0, at)
    if word not in {"和", "与", "及"} or at + 1 >= len(core):
        return False
    if _PAIRED.search(core[: at + 1]):
        return True
    if (
        _UNIT_IN_FRONT.search(core, 0, at)
        and (not BODY_END.search(core[:at]) or _country_ends(core, at))
        and _UNIT_BEHIND.search(core, at)
    ):
        return True
    if _OF_A_SOCIETY.search(core, at) and (of_two := _OF_TWO.search(core, 0, at)):
        return not BODY_END.search(of_two["first"])  # 中国玩具|和|婴童用品协会
    if core.endswith("有限公司") and places().lookup(core[:at]) and not places().longest_at(core, at + 1):
        return core[:at] != "中国"  # 浙江|和|信玩具有限公司
    before = core[:at].lstrip("兼任、，")
    first = tag(before) if 2 <= len(before) <= 4 else ()  # 能源|及水务转型部, with which the words begin
    return len(first) == 1 and first[0][1] in {"n", "vn"} and core[-1] in "部厅局署委"


_SOCIETIES = ("协会", "学会", "联合会", "商会", "研究会", "促进会", "基金会", "理事会")
_OF_A_SOCIETY = re.compile(f"(?:{'|'.join(_SOCIETIES)})(?:[\u4e00-\u9fff]{{2,10}}(?:委员会|分会))?$")
_OF_TWO = re.compile(
    "(?:中国|全国|中华|国际|世界|亚洲)(?P<first>(?!企业|厂商|代表|媒体|专家|学者|学生|人民|市场|商人|美国|日本)[\u4e00-\u9fff]{2,6})$"
)
_PAIRED = re.compile(
    r"(?:综合|电子|财产|物流|旅游|畜牧|纺织|成衣|音像|出版|学术|渔农|康乐|创意|设计|艺术|影视|健康|医疗|创新|食物|劳工|财经事务|商务|运输|社会|招标|燃料|发展|工业|住房|文化|人力资源|卫生|监察|宪法|粮食|林业|环境|党史|劳动|人口|城市|经济|信息|农业|科学|民族|财政|商业|外交|国防|安全|贸易|质量|政制|运输|"
    r"发展|评估|自然|规划|教育|儿童|青年|妇女|社会|法律|教科文|拉丁美洲|新闻|移民|监督|管理|食品|应急|生态|交通|统计|退休|技术|中央|国土|资源|战略|防范|文史|"
    r"广电|海洋|能源|数学|生物医药|微系统|情报|货币|边海|内贸|外贸|气候保护|媒体|信息通信|网络通信|大气|海关|性病|毒品|和平|经济合作|碳中|全球|旅游|体育|畜牧|农牧|林草|渔业|公路|医药|北中美|艾滋病|大不列颠|质素|救济)(?:和|与|及)$"
)
BODY_END = re.compile(
    r"(?:[一二三四五六七八九十][中高]|[港中科理浸城北复交]大|委|会|局|部|厅|院|校|大学|学院|中学|小学|司|公司|集团|银行|分行|支行|社|台|站|团|队|军|区|署|处|科|所|室|办|中心|协|联|党|组织|机构|政府|联盟|基金|厂|店|庭|组|府|馆|寺"
    r"|(?<!之)旅|军区|舰队|省|市|县|国|镇|乡|村|街道|基地|学校|法院|检察院|医院|总队|支队|大队|分局|总局|总社|联社|报社|出版社|工程|项目|指挥部)$"
)
# 某大学社会工作|及|社会行政学系, 某部市场|与|经济信息司: one part of one body, named after two things
_UNIT_IN_FRONT = re.compile(
    r"(?:大学|学院|医院|研究院|科学院|[港中理科城浸岭教]大|[部委局厅署])[\u4e00-\u9fff]{2,8}$"
)
_UNIT_BEHIND = re.compile(
    r"[和与及][\u4e00-\u9fff]{2,10}(?:学?系|学院|司|处|科|局|中心|研究院|研究所|研究室|委员会|学部)$"
)


def _may_stand_in_body(word: str, flag: str) -> bool:
    if word in _body_words("hard"):
        return False
    if word in _body_words("act"):
        return True
    if flag == "x" and ("为" in word or word.endswith("从")):
        return False  # 任命张伟为山西省…厅厅长 is cut 张|伟为|山西省, 38分从 38|分从
    kind = flag[0]
    if flag == "eng" and len(word) > 3 and len(set(word)) == 1:
        return False  # dirt: SSSSSS
    if flag in {"t", "tg"}:
        return False
    if kind == "m":
        return bool(re.search(r"[\d一二三四五六七八九十百]", word)) and not word.endswith(
            ("名", "位", "个", "多")
        )
    if word in {"·", "-", "－"}:
        return True
    return kind in "nsjbgailqfzke" or (flag in {"vn", "eng", "x"} and word.isalnum())
