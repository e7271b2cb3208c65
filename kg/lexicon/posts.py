"""The words that name a post, and what they imply.

Source: kg/lexicon/SOURCES.md, "posts".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.lexicon.tables import rows_of
from kg.lexicon.trie import pattern_of

MODIFIERS = (
    "常务副|执行副|第一副|高级副|副|常务|执行|第一|第二|第三|代理|代|署理|署任|候补|名誉|荣誉|联席|首席|高级|助理|轮值|"
    "联合|非执行|专业应用|客席|荣休|独立|特聘|客座|兼职|终身|一级|二级|三级|四级|特级|义务|常任|外务副|内务副|暂委|创党|创会|创院|创校"
)
"""What may stand between an organisation and the head of a post and belongs to the post's name."""

_MODIFIERS_LAST = frozenset(word[-1] for word in MODIFIERS.split("|")) | {"方"}
_OF_A_SIDE = (
    "(?:(?<=委员会)|(?<=理事会)|(?<=对话)|(?<=机制))[\u4e00-\u9fff]{1,2}方"  # 中某合作委员会|中方主席
)
_MODIFIERS_END = re.compile(f"(?:(?:{MODIFIERS})+|{_OF_A_SIDE})$")


@dataclass(frozen=True, slots=True)
class PostHead:
    """The last word of a post; `system` says whose posts it names, `kind` how many may hold one."""

    word: str
    system: str
    kind: str


@dataclass(frozen=True, slots=True)
class PostLexicon:
    """All heads, and one pattern that finds a head."""

    heads: dict[str, PostHead]
    pattern: re.Pattern[str]

    def modifiers_before(self, text: str, floor: int, head: int) -> int:
        """Where the modifiers begin that stand right before a head (常务|副|省长), not before `floor`."""
        if text[head - 1 : head] not in _MODIFIERS_LAST:
            return head
        found = _MODIFIERS_END.search(text, max(floor, head - 12), head)
        return found.start() if found else head

    def kind_of(self, post: str) -> str:
        """The kind of a whole post's name ("" if it ends in no known head)."""
        for size in range(len(post), 0, -1):
            head = self.heads.get(post[-size:])
            if head:
                return head.kind
        return ""


# Words that hold a head by accident: 代表团, 书记处, 主席国, 成员国, 部长级; and after 长: 部|长江航道局, 行|长春.
_NOT_BEFORE = (
    "(?!(?<=政委)员)(?!(?<=副总)[裁经理统编领会工督队指参监部司装设导教管书干])(?!(?<=大公)[民司])"  # 加拿大公|民
    "(?!(?<=特首)[相席脑])"  # 科威特|首相
    "(?!(?<=总统)[\u4e00-\u9fff]{2,5}委员会)"  # 总统|经济顾问委员会
    "(?!(?<=顾问)[\u4e00-\u9fff]{0,8}(?:行业|产业)?(?:研究员|分析师|研究总监|研究部))"  # 中投顾问|食品行业研究员
    r"(?!会(?![见谈晤])|局(?!长)|团(?![结聚])|处(?!长)|级|国(?!务|家安全)|府|令(?!狐)|台|性|队|权|制|们|型|资格|定期会晤委员会|大会|大学|任务|录|区(?=[、，。；）（”的里内外和与及在等域别划分间县委政级])|工作"
    r"|证|(?<=[官师员表])法(?!院)|自然|部(?!长)|办公[室厅]|馆(?![长员])|委员会|组(?!长)|盟|(?<=特首)办|高峰(?:会|论坛|期|时段)|峰会|卫[局队军]|联席会议|席就座|(?<=国王)(?:[子储后]|太后)|公会|公署|办事处|事务所|总工会|总会|工会|从业员|联会|协会|学会|联合会|有限|公司(?!秘书)|关注组|支队|总队|室)(?<!无国界记者)(?:(?<!苏丹)|(?<=阿曼苏丹)|(?<=文莱苏丹)|(?<=萨兰国苏丹))"
    r"(?:(?<!长)|(?!江(?:学者|航道|流域|经济|口|上游|中下?游|下游|大桥|水利|委|两岸|沿|生态|三角|防|干|源|保护|禁)"
    r"|城(?!市)|春(?:市|新|电)|沙(?:市|县|举)|征|期|远|效|途|三角|足|假|久|度|达\d|大成|老|短|宽|势|龄|安街|官(?!员)))"
)


@cache
def post_lexicon() -> PostLexicon:
    """The lexicon, read once per process."""
    heads = {word: PostHead(word, system, kind) for word, system, kind in rows_of("posts.tsv")}
    pattern = re.compile(f"(?:{pattern_of(heads)}){_NOT_BEFORE}")
    return PostLexicon(heads, pattern)
