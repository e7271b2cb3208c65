"""The company that an announcement is of."""

from __future__ import annotations

import re

from kg.extract.persons.characters import chinese_weight
from kg.lexicon.body_forms import companies

_HEAD = 800  # code points at the beginning of an announcement that say whose it is
_NAME = r"(?P<name>[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z&·]{1,15}?)(?![A-Za-z\d])"
_DAYS = r"(?:近日|日前|今日|今天|昨日|昨天|昨|晚间|早间|午间|\d{1,2}月\d{1,2}日|\d{1,2}日|于)*"
_CODE = r"（(?:证券代码|股票代码|S[HZ])?[：:]?\d{5,6}(?:[.\-](?:HK|SH|SZ|hk|sh|sz))?）"
_A_CODE = re.compile(r"（[^\u4e00-\u9fff）]{0,3}\d{5}|码")
_SAYS = r"(?:(?:发布|披露|公布|发)了?[^，。；\n]{0,14}?)?公告"
_IN_TITLE = re.compile(
    rf"(?:原标题：)?{_NAME}(?:[（(][^）)]{{3,24}}[）)])*(?:[：:]|(?:委任|聘任|任命|选举|增聘)(?=[\u4e00-\u9fff]{{2,8}}[为任担]))"
)
_WITH_CODE = re.compile(
    rf"(?:^|[，。；：丨|\s”、）])(?:近日|日前|今日|公司)?{_NAME}(?:（[-+\d.,%]+）)?{_CODE}", re.MULTILINE
)
_AS_SPEAKER = re.compile(rf"(?:^|[，。；丨|\s）讯]){_NAME}{_DAYS}{_SAYS}(?:[，：称显]|$)", re.MULTILINE)
_AS_COMPANY = re.compile(r"（(?:以下|下)?简称[：:]?[“《]?(?:本)?公司[”》]?(?:或[^）]*)?）")
_ITS_NAME = re.compile(r"[\u4e00-\u9fff（）]{4,30}公司$")
_HOLDS_A_VERB = re.compile(
    "宣布|成立|发布|披露|收购|任命|委任|聘任|辞|子公司|召开|表示|收到|旗下|也|紧急|再次|首次|新任"
    "|进展|巨变|不肯|事件|危机|架构|回应|制裁|禁令|解读|点评|观察|评论|专访|独家|深度|关注|聚焦|最新|快讯|网友|专家|盘点"
)
_NOT_A_COMPANY = re.compile(
    r"[的了在将被]|公司|公告|董事|近日|日前|媒体|消息|记者|法院|证监|交易所|外交部|政府|委员会|警方|大学|总局|部$|会$|省$|市$|局$|院$"
)
COMPANY_ENDINGS = ("公司", "集团", "股份", "银行", "控股")


def issuer_of(title: str, text: str) -> str:
    """The company whose announcement the article reports, or "": named with its code, as the speaker, or in the headline."""
    full = _AS_COMPANY.search(text, 0, 4 * _HEAD)
    if full and (name := _ITS_NAME.search(text, max(0, full.start() - 34), full.start())):
        return name.group()
    head = text[:_HEAD]
    coded = _WITH_CODE.search(head) if _A_CODE.search(head) else None
    for found in (coded, _IN_TITLE.match(title), _AS_SPEAKER.search(head) if "公告" in head else None):
        firm = _AROUND.sub("", found["name"]) if found else ""
        if _is_company(firm) and (found is coded or _is_firm(firm) or _recurs(firm, title, text)):
            return firm
    return ""


def _recurs(name: str, title: str, text: str) -> bool:
    """Whether the article itself tells of what reads like a firm: no headline's catchword (某某架构巨变：…)."""
    return text.replace(title, "").count(name) > 1 if title else text.count(name) > 1


def _is_firm(name: str) -> bool:
    return name.endswith((*COMPANY_ENDINGS, *_TRADES)) or name in companies()


_TRADES = ("基金", "证券", "信托", "保险", "期货")
_AROUND = re.compile("^(?:另据|根据|按照|昨天晚上|据)|(?:去年底|此次|突然|还|再|又|就|曾|即)$")


def _is_company(name: str) -> bool:
    if _HOLDS_A_VERB.search(name):
        return False
    if name.endswith(COMPANY_ENDINGS) or name in companies():
        return True
    return (
        len(name) > 2
        and not _NOT_A_COMPANY.search(name)
        and not (len(name) == 3 and chinese_weight(name) > 3)
    )
