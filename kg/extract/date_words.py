"""How Chinese news writes dates: one regular expression, and the numerals in it."""

from __future__ import annotations

import re

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"○": 0, "零": 0, "Ｏ": 0, "O": 0}
WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6, "末": 5}

# A day's number: not part of a longer number, an ordinal or a span of time (第3日, 每月5日, 历时3日).
_DAY = r"(?:[0-3]?\d|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_LONE = (
    r"(?<![\d.第每个前近约达共仅逾为需隔续时满过月年至到号日\-—－])(?<![延时全]长)"
    r"(?<!长征)(?<!神舟)(?<!嫦娥)(?<!天宫)(?<!天舟)(?<!天问)(?<!北斗)(?<!风云)(?<!高分)"
)
_NOT_HAO = (
    r"(?!线|楼|院|馆|机|令|文|厅|厂|店|门|井|台|桥|高|公|国|站|舰|矿|车|船|坑|球|种|候|商|墓|仓|床|别|房|字|码|电|发"
    r"|主|提|决|建|议|通道|库|坝|岛|航|卫|飞)"
)
_NOT_RI = (
    r"(?!内|后|龄|游|间|均|夜|用|薪|产|供|报(?!道|告|称)|志|本|元|益|耳|方|军|租|托|常|程"
    r"|子|照|出(?!席|访|任|台|发|现|动|院|版|境|狱)|落|记|历|前后)"
)
_MARK = rf"(?:日{_NOT_RI}|号{_NOT_HAO})"
_BARE_MARK = rf"(?:日{_NOT_RI}|(?<=\d)号{_NOT_HAO})"  # 22号 is a day, 神舟十九号 none
_TO = r"(?:日|号)?(?:上午|下午|晚)?(?:至|到|—+|－|-|~|～|–)"
_YEAR = r"(?:(?:1[5-9]|20)\d\d|[一二][九〇○零八七Ｏ][〇○零一二三四五六七八九Ｏ]{2})"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_NEAR_YEAR = r"今年|去年|前年|明年|本年|当年|同年|翌年|次年|来年|后年|上年"
_NEAR_MONTH = r"本月|上个?月|下个?月|当月|同月|次月"

_FIRST = r"(?=[\d今昨明前去上本这下日当同翌次来后大民农近不最早稍连周星礼半一二三四五六七八九十])"  # of any form below
DATE = re.compile(
    rf"{_FIRST}(?:"
    rf"(?P<year>{_YEAR}|民国\d{{1,3}}|{_NEAR_YEAR})(?:年)?[，,]?(?P<month>{_MONTH})月(?:份)?"
    rf"(?:(?P<day>{_DAY})(?:{_TO}(?:(?P<year2>{_YEAR})年)?(?:(?P<month2>{_MONTH})月)?(?P<day2>{_DAY}))?{_MARK})?"
    rf"(?:{_TO}(?:(?P<year3>{_YEAR})年)?(?P<month3>{_MONTH})月(?!\d))?"
    rf"|(?<![\d.年第])(?P<m>{_MONTH})月(?P<d>{_DAY})(?:{_TO}(?:(?P<m2>{_MONTH})月)?(?P<d2>{_DAY}))?{_MARK}"
    rf"|(?P<near_month>{_NEAR_MONTH})(?:(?P<nd>{_DAY})(?:{_TO}(?P<nd2>{_DAY}))?{_MARK}|(?P<part>初|中旬?|底|末|上旬|下旬))?"
    rf"|(?P<week>上上|上|本|这|下)?(?:个)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天末])(?![年岁期边围到报刊转游届])"
    rf"(?:[（(](?P<wd>[0-3]?\d)[日号]?[)）])?"
    rf"|{_LONE}(?P<bare>[0-3]?\d|十[一二三四五六七八九]|二十[一二三四五六七八九]?|三十一?)"
    rf"(?:{_TO}(?P<bare2>[0-3]?\d))?{_BARE_MARK}"
    rf"|(?P<months>{_YEAR}|{_NEAR_YEAR})年?(?P<half>上半年|下半年|年?初|年?底|年?末|春(?!节|晚|运)|夏|秋(?!收)|冬(?!奥))"
    rf"|(?<![\d第])(?P<y>{_YEAR})年(?!代|度|级|版|第|全国|中央|中国|世界|国际|度)(?:(?:{_TO}|起至)(?P<y2>{_YEAR})年)?"
    rf"|民国(?P<minguo>\d{{1,3}}|[一二三四五六七八九十]{{1,3}})年"
    rf"|(?P<near_year>{_NEAR_YEAR})"
    rf"|(?<![\d.年第个半])(?P<month_from>1[0-2]|[1-9])(?:月(?:份)?)?{_TO}(?P<month_to>1[0-2]|[1-9])月(?!\d)"
    rf"|(?<![\d.年第个半])(?P<lone_month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:份(?!额)|(?=[，在初底中下上以]))"
    rf"|(?P<today>(?:今天|今日|今早|今晨|今晚|今午|今夜|今(?=[（(]\d))(?:[（(](?:\d{{1,2}}月)?\d{{1,2}}[日号]?[）)](?:日(?=[一-龥，]))?)?)|(?P<yesterday>(?:昨天|昨日|昨晚|昨夜|昨晨|昨早|昨午|昨(?=[（(]\d))(?:[（(](?:\d{{1,2}}月)?\d{{1,2}}[日号]?[）)](?:日(?=[一-龥，]))?)?)"
    rf"|(?P<before>大前天|前天|前日|前晚)|(?P<tomorrow>明天|明日|明晚|明早|明晨|后天)"
    rf"|(?P<then>(?:^|(?<=[，。；]))当时)|(?P<same>当天|当日|当晚|同日|同一天|当地时间当天)"
    rf"|(?P<vague>日前|近日|近期|不久前|前不久|前些天|连日来|最近|早前|早些时候|稍早)"
    rf"|(?P<lunar>农历[正腊一二三四五六七八九十冬闰]+月[初十廿一二三四五六七八九]{{1,3}})"
    r")"
)
"""Every form in one expression; the name of the group that matched says which form it is."""


def number(words: str) -> int:
    """The value of Arabic or Chinese numerals up to 99, or of a year written digit by digit."""
    if words.isdigit() and words.isascii():
        return int(words)
    if "十" in words:
        tens, _, ones = words.partition("十")
        return (number(tens) if tens else 1) * 10 + (number(ones) if ones else 0)
    value = 0
    for digit in words:
        value = value * 10 + (_DIGITS[digit] if digit in _DIGITS else int(digit))
    return value
