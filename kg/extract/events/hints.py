"""Words that say at a glance whether a sentence may tell of a happening; most sentences have none."""

from __future__ import annotations

import re
from functools import cache

from kg.lexicon.triggers import triggers
from kg.lexicon.wordlist import any_of

# with nobody named: an assembly, a report, a decision, or an unnamed person whom 他 may mean from here on
TELLS = re.compile(
    "举行|召开|开启|主办|承办|开幕|闭幕|举办|通报|曝光|巡视|决定[：，]|出任|当选|就任|接任|处以|判处|决定给予|官员|发言人|人士"
)
CAME = re.compile("参加|出席|列席|发起")  # said of bodies


@cache
def anything(path: str) -> re.Pattern[str]:
    """Any word with which a sentence can tell of a happening at all; most sentences have none."""
    known = triggers(path)
    return re.compile(any_of({*known.words, *known.verbs, *known.acts, *_MORE_WORDS}))


_MORE_WORDS = (
    "主持 召开 举行 出席 参加 列席 召集 亮相 举办 参会 与会 开幕 闭幕 开班 启动 宣布 监誓"
    " 领誓 揭牌 揭幕 剪彩 奠基 陪同 随同 在座 同机 随行 贺信 贺电 贺函 慰问电 慰问信 检阅"
    " 发言 汇报 说明 报告 听取 决定 问题 案 他们是 分别是 还有 包括 夫人 当选 任 免 辞"
    " 调离 辞呈 革 罢 撤 离 解 停职 下台 退休 引咎 接替 坐正 顶上 派驻 履新 推举 推选 选举"
    " 增补 选为 聘为 同志为 就座 一堂 晋升 补选 炒 欢迎 来到 走进 莅临 前往"
).split()
