"""The dot of foreign names where an encoder lost it: 马克?吐温."""

from __future__ import annotations

import re

from kg.clean.draft import Draft, Edit

_SOUNDS = (
    "阿埃艾安奥巴贝比彼毕博布伯勃波鲍班本宾滨柏查切达戴丹德登迪蒂丁杜多厄恩尔法菲费弗夫福芬盖格戈古哈海汉赫亨霍胡华怀惠基吉加贾杰金卡凯坎考科克肯孔库夸拉莱兰劳雷里利林龙卢鲁伦罗洛"
    "马玛麦曼迈梅门蒙米莫穆姆娜纳内尼诺努帕佩皮珀普奇乔琼让热日若萨塞桑森山舍圣施史什斯思苏索塔泰坦汤唐特铁汀托图瓦万韦维威温沃乌西希夏谢辛休雅亚扬耶伊因尤约詹朱泽扎兹茨祖佐"
)
_LOST = re.compile(rf"(?<=[{_SOUNDS}]{{2}})[?？\ufffd](?=[{_SOUNDS}]{{2}})(?!(?:而|但|那|如|这|他|她|我|你))")


def mend_dots(draft: Draft) -> None:
    """Put the dot back between two runs of characters that spell foreign names."""
    edits = [Edit(*found.span(), "·") for found in _LOST.finditer(draft.text)]
    for edit in edits:
        draft.report("lost-dot", edit.start, edit.end, "·", 0.85)
    draft.edit(edits)
