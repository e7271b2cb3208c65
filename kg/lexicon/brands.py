"""Companies under their brands: 苹果, 小米, 三星.

Source: kg/lexicon/SOURCES.md, "companies".
"""

from __future__ import annotations

import re
from functools import cache

from kg.lexicon.body_forms import companies
from kg.lexicon.places import places


@cache
def brands_of_companies() -> frozenset[str]:
    """The words under which companies are known without what they are or do."""
    stems = (_WHAT_IT_IS.sub("", name) for name in companies())
    return frozenset(s for s in stems if len(s) > 1 and s not in _COMMON_WORDS and not places().lookup(s))


_COMMON_WORDS = frozenset("交通 西部 西南 东北 现代 民生 通用 招商 南方 国家能源 兵器工业 统一企业".split())
_WHAT_IT_IS = re.compile(
    "(?:公司|集团|汽车|电器|电子|软件|证券|地产|通讯|股份|乳业|银行|人寿|保险|航空|科技|重工|钢铁|传媒)+$"
)
