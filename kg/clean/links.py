"""What a site puts behind names: quotes of shares (某某通讯(16.53,0.35,2.16%)) and links to blogs (某某(微博))."""

from __future__ import annotations

import re

from kg.clean.draft import Draft

_NUMBER = r"[-+]?\d+(?:\.\d+)?"
_LINK = re.compile(
    rf"[(（\[［](?:{_NUMBER}(?:[,，] ?{_NUMBER})?(?:[,， ] ?|(?=[-+])){_NUMBER}%"
    r"|(?:微博|博客|专栏|专区|行情|论坛|股吧|资讯|[ ,，])*(?<=[博栏区情坛吧讯]))[)）\]］]"
)


def remove_links(draft: Draft) -> None:
    """Cut the brackets that only lead elsewhere; a share of something, (35.6%), stays."""
    draft.cut([found.span() for found in _LINK.finditer(draft.text)], "link")
