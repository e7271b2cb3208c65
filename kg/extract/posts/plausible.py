"""What can be a body at all, and what is nothing but a place."""

from __future__ import annotations

import re

from kg.extract.organizations.brands import KINDS
from kg.lexicon.body_forms import national_forms
from kg.lexicon.place_prefix import Scope, place_prefix


def is_plausible_body(body: str, scope: Scope) -> bool:
    """Whether `body` can be an organisation at all, not a kind of people or a field (群众|代表, 餐饮服务|人员)."""
    if body in _ONE_SIGN:
        return False  # 生意|社|分析师
    here = scope.region == "hk" and _BODY_LIKE_IN_HONG_KONG.search(body)
    if body in national_forms() or here or BODY_LIKE.search(body):
        return bool(re.match(r"[\u4e00-\u9fffA-Za-z\d“《]", body)) and body not in KINDS
    prefix = place_prefix(body, scope)
    return prefix is not None and prefix.end == len(body)


_ONE_SIGN = frozenset("社局厅所站厂店团队会部院校馆")
BODY_LIKE = re.compile(
    r"(?:[一二三四五六七八九十][中高]|[委会局部厅院校司行社台站团队区署处省科股所室办协联党庭组班府馆厂店系村镇乡寺宫庙]|(?<![冠亚季])军|大学|中学|小学|集团|中心|组织|机构|联盟|基金|法院|(?<![情海通汇简预战上])报|论坛|峰会|(?<=[\u4e00-\u9fff]{3})共和国|(?:复兴|爱国|自由|民主|解放|人民|公民|革命|五星|独立|抵抗|动员|(?<=[\u4e00-\u9fff]{4}))运动|(?:会|组织)[东西南北亚欧非美洲]{1,4}区域|某[\u4e00-\u9fff]{0,8}[旅营连舰艇]|(?:合成|导弹|航空|步兵|炮兵|陆战|空降|特战)旅|驱逐舰|护卫舰|潜艇|项目|工程|计划|平台|机制|机场|"
    r"电子|软件|股份|控股|科技|通讯|证券|期货|资讯|咨询|律所|信托|保险|航空|石化|重工|汽车|地产|传媒|媒体|日报|晚报|时报|邮报|》(?:杂志|[周月]刊)|内阁|(?<![联托])邦|网|公社|大队|大会|会议|议会|基地|幼儿园|园区|俱乐部|国际|事务|酒厂|白宫|打击群|战斗群|舰队|前线|阵线|连线|同盟|力量|动力|学苑|智库|关注组|工会|学联|青联|妇联|工商联|文联|作协|科协|政协|人大|党中央|中央|支部|总支|干校|农场|(?:预备役|步兵|炮兵|高炮|装甲|空降|陆战|航空兵|[\d一二三四五六七八九十])[师旅团营连]|董事局|理事|武装力量)$"
)


_BODY_LIKE_IN_HONG_KONG = re.compile(
    "(?:监察|动源|触觉|思路|圆桌|议政|观察|思潮|群组|之家|民意|理政|关注|新闻|香港)$"
)


def place_only(body: str, scope: Scope) -> bool:
    """Whether `body` is nothing but a place."""
    prefix = place_prefix(body, scope)
    return bool(prefix and prefix.end == len(body))
