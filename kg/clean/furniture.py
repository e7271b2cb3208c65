"""What a line of a news page is, judged by its words alone: the furniture around a story."""

from __future__ import annotations

import re

from kg.clean.dates import DAY
from kg.model.article import ZoneKind

_CRUMBS = re.compile(
    r"^(?:>+|(?:您?的?(?:当前|现在|所在)?(?:的)?位置|您现在的位置|当前栏目|所在位置|来自频道)[是为]?\s*[：:]|首页$|网站首页$|返回首页$|主页$|正文$)"
    r"|>>|＞|»|›| > |^首页\s"
)
_SOURCE_LINE = re.compile(
    r"(?:^|[\s|　】）)])(?:来源|稿源|稿件来源|文章来源|信息来源|新闻来源|发布时间|发布日期|发表时间|发表日期"
    r"|更新时间|更新日期|时间|日期|发布人|发布者|发布单位|发布机构"
    r"|上传者|录入|阅读次数|阅读|浏览次数|浏览量|浏览|点击数|点击率|点击|访问量|访问次数|字号|字体|字体大小|供稿|责编|作者|编辑)\s*[：:]"
)
_TIME_ONLY = re.compile(
    rf"^\W{{0,3}}{DAY.pattern}(?:\s*日)?[\sT]*(?:星期.|周.)?\s*(?:\d{{1,2}}:\d\d(?::\d\d)?)?(?P<rest>.*)$"
)
MEDIUM = r"[\u4e00-\u9fff]{1,12}(?:日报|晚报|时报|早报|周报|[报网社台刊]|新闻|客户端|在线|电视台)"
"""The name of a newspaper, site or station, by its last characters."""
_NAMED_DAY = re.compile(
    rf"^(?:(?:发表|发布|更新|刊载)于\s*|{MEDIUM}[\s|，（(]+){DAY.pattern}\s*日?[\s|]*(?:\d{{1,2}}:\d\d(?::\d\d)?)?(?P<rest>.*)$"
)
_PRINTED_PAGE = re.compile(r"^（?《?\s*[^》，。]{2,12}[报刊]\s*》?\s*（?[^）]{6,24}版\s*）$")
_BYLINE = re.compile(
    r"^[（(【\[]?\s*(?:(?:本报|本网|本刊|本台|特约|实习|见习|驻[\u4e00-\u9fff]{2,6}|首席|[\u4e00-\u9fff]{2,6}[报网社台])*(?:记者|通讯员|评论员|特派员)(?=[\s：:/丨|｜])"
    r"|文\s*[/／|｜:：]|撰文\s*[/／|｜:：\s]|作者\s*[：:/／]|编译\s*[：:/／|｜]|图\s*[/／|｜]|摄影\s*[：:/／|｜\s]|文图\s*[/／]|采写\s*[/／：:])"
)
_REPORTER = re.compile(
    r"[\u4e00-\u9fff]{2,10}(?:记者|通讯员)\s?[\u4e00-\u9fff]{2,4}(?:发自.{2,8})?$|(?:本报|[\u4e00-\u9fff]{1,3}[社报网台])记者$|[■●◆□]\s*[\u4e00-\u9fff]{1,3}\s?[\u4e00-\u9fff]{1,2}(?:\s+[\u4e00-\u9fff]{1,3}\s?[\u4e00-\u9fff]{1,2})*$"
    r"|漫画[：:/].{2,6}$|[（［(\[]?(?:作者单位|作者系|作者为)[：:]?.{2,40}$"
)
EDITORS = re.compile(
    r"[（(【\[]?\s*(?:(?:本文|本期|网站|网络|文字|视频|图片|实习|执行|值班|见习|新媒体|微信|页面|栏目|主)?(?:责任编辑|责编|编辑|编审|编校|校对|责校|审核|审校|监制|总编|主编|美编|视觉|统筹)|责任编审)"
    r"\s*[：:/／|丨｜]"
)
_CAPTION = re.compile(
    r"[\u4e00-\u9fff·]{2,4}(?<!拍)\s?摄[）)。]?$|摄影?[：:/].{2,6}$|摄影报道[）)]?$"
    r"|(?:资料|网络|美联社|路透社|法新社|新华社|受访者|官方|网页|网上|影片|视频|影像)?(?:图片|截图|供图|资料图|资料照片)[）)。]?$"
    r"|[。！？」”）](?:美联社|路透社|法新社|新华社|中新社|中央社|港台|无线新闻|资料图|网图)$"
)
_CAPTION_HEAD = re.compile(
    r"^(?:[△▲▼▽↑↓]|图为|图片说明|图说|资料图|资料图片|图[①②③④]|[上下左右]图[：:为是，]|图\s?\d{1,2}[：:\s])"
)
_RELATED = re.compile(
    r"^[\W]{0,3}(?:相关(?:阅读|新闻|链接|文章|报道|专题|推荐|内容|资讯|稿件|视频|图片|连结)|延伸阅读|推荐(?:阅读|新闻|文章)|热门(?:推荐|文章|新闻|排行|评论|点击)?|热点(?:推荐|新闻|排行)?|相关信息"
    r"|猜你喜欢|精彩推荐|更多(?:新闻|精彩|阅读|文章|时政新闻|内容|资讯|>>|…)|新闻排行|点击排行|阅读排行|今日热点|图片新闻|最新(?:文章|新闻|资讯|动态|更新)|往期回顾|深度阅读|编辑推荐|为您推荐|图说天下|你可能(?:喜欢|感兴趣))"
    r"[\s：:>》…]*(?:$|[^，。]{0,80}$)"
    r"|^更多$|^→+|^(?:上一[篇条页则]|下一[篇条页则]|前一篇|后一篇)\s*[：:]?"
)
_SHARE = re.compile(
    r"^[\W]{0,3}(?:分享(?:到|至|本文|让更多人看到)?|转发|收藏|打印(?:本页)?|关闭(?:窗口|本页)?|返回(?:顶部|列表|首页|上页|目录)?|复制链接|扫一扫|扫码|微信扫|用微信|字号|大中小|评论|点赞|举报|纠错|发表评论|登录|注册|我要评论|网友评论|我来说两句|顶部)"
    r"[\W]{0,3}(?:$|[^，。]{0,30}$)|二维码|朋友圈.{0,12}$|分享到.{0,20}$|^(?:QQ空间|QQ好友|新浪微博|腾讯微博|微博|微信|微信好友|人人网|开心网|豆瓣|百度贴吧|更多|分享)$"
)
_COPYRIGHT = re.compile(
    r"版\s*权\s*所\s*有|版权声明|copyright|all rights reserved|©|ICP[备证]|公网安备"
    r"|未经.{0,10}(?:授权|许可|允许).{0,20}(?:转载|使用|复制)"
    r"|(?:不得|禁止|谢绝).{0,6}转载|转载(?:请|须)注明|本网站?(?:转载|刊登|登载|刊载).{0,30}(?:目的|观点|立场)|免责声明|许可证.{0,20}\d{4,}|文章内容仅供参考|不代表.{2,8}(?:观点|立场)"
    r"|法律顾问|法律声明",
    re.I,
)
_FOOTER = re.compile(
    r"^(?:-{3,}|—{4,}|={3,}|\*{3,}|-->|<!--)$|^(?:关于我们|联系我们|网站地图|网站声明|友情链接|广告服务|招聘|主办单位|主办|承办|地址|邮编|电话|传真|技术支持|网站标识码|隐私|服务热线|联系电话|客服)\s*(?:[：:|｜\s]|$)"
    r"|举报(?:电话|邮箱)(?:.*[^。；])?$|^微信公众号[：:]|扫描下图|请点击下载|服务邮箱|订户|订阅|月费|#subscribe|欢迎关注|关注.{0,12}(?:公众号|微信)|(?:App|APP|客户端)下载|下载.{0,8}(?:App|APP|客户端)"
)
_SEPARATED = re.compile(r"[|｜丨┊│]")


def is_sentence(line: str) -> bool:
    """Whether a line ends as told prose does; furniture seldom does."""
    return len(line) > 24 and line[-1] in "。！？；”…"


def kind_of(line: str) -> ZoneKind | None:
    """What a line that is no sentence is if its words alone tell; None: story, headline or anything."""
    length = len(line)
    if length > 400:
        return "spam" if _is_list_of_links(line) else None
    if _is_list_of_links(line):
        return "footer" if _COPYRIGHT.search(line) or "联系我们" in line or "关于" in line else "spam"
    if length <= 120 and _CRUMBS.search(line):
        return "breadcrumb"
    if length <= 100 and _CAPTION_HEAD.match(line):
        return "caption"
    if is_source_line(line):
        return "source_line"
    if length <= 60 and EDITORS.match(line):
        return "editors"
    if length <= 80 and (_BYLINE.search(line) or _REPORTER.match(line)):
        return "byline"
    for kind, pattern, longest in _BY_PATTERN:
        if length <= longest and pattern.search(line):
            return kind
    return None


_CLOSING_WORDS = (
    "版权",
    "转载",
    "订",
    "关注",
    "二维码",
    "下载",
    "不代表",
    "侵权",
    "免责",
    "©",
    "Copyright",
    "举报",
    "|",
    "图为",
)
_NOTICE = re.compile(
    r"版\s*权\s*所\s*有|版权声明|Copyright|©|未经.{0,10}(?:授权|许可|允许|同意|书面).{0,20}(?:转载|使用|复制)|(?:不得|禁止|谢绝).{0,6}转载|转载(?:请|须|时)"
    r"|免责声明|不代表(?:本|.{2,6}(?:网|平台|公司|机构)).{0,8}(?:观点|立场|意见|看法)|本(?:网|站|平台)(?:转载|刊登|登载|刊载)|侵权.{0,12}(?:删除|联系)"
)
_APPEAL = re.compile(
    r"^(?=请|欢迎|扫|长按|点击|如果|更多|了解更多|关注|下载|举报|违法).*?(?:成为.{0,8}订户|月费订户|(?:订阅|关注).{0,16}(?:公众号|频道|通讯|专页|微博|微信)|扫描.{0,10}二维码|长按.{0,10}二维码|下载.{0,12}(?:App|APP|客户端)|举报(?:电话|邮箱)[：:])"
)


def kind_of_closing(line: str) -> ZoneKind | None:
    """What a sentence at the end of a page is, if not story: a notice of rights, an appeal to subscribe."""
    if not any(word in line for word in _CLOSING_WORDS):
        return None
    if "|" in line and _is_list_of_links(line):
        return "spam"
    if len(line) <= 400 and _NOTICE.search(line):
        return "copyright"
    if len(line) <= 200 and _APPEAL.search(line):
        return "footer"
    return "caption" if line.startswith("图为") and len(line) <= 90 else None


_BY_PATTERN: tuple[tuple[ZoneKind, re.Pattern[str], int], ...] = (
    ("copyright", _COPYRIGHT, 300),
    ("related", _RELATED, 100),
    ("share", _SHARE, 40),
    ("footer", _FOOTER, 80),
    ("caption", _CAPTION, 90),
)


def is_source_line(line: str) -> bool:
    """Whether a line gives day and source of the page and nothing else."""
    if len(line) > 120:
        return False
    if _PRINTED_PAGE.search(line) or line.startswith(("原标题", "（原标题", "原题", "（原题")):
        return True
    if found := _TIME_ONLY.match(line) or _NAMED_DAY.match(line):
        rest = found["rest"].strip()
        return not rest or bool(_SOURCE_LINE.search(" " + rest)) or (len(rest) <= 16 and "，" not in rest)
    return bool(_SOURCE_LINE.search(line)) and (len(line) <= 40 or bool(DAY.search(line)))


def _is_list_of_links(line: str) -> bool:
    """Many short items between bars: 甲县| 乙市| 丙区|; a row of a table begins with one."""
    bars = len(_SEPARATED.findall(line))
    return bars >= 5 and line[0] != "|" and len(line) < 16 * (bars + 1) and line.count("。") <= 1
