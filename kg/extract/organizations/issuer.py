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
        if found and _is_company(found["name"]):
            return found["name"]
    return ""


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
