// The words of the page in Chinese and English, and how dates are said.
const WORDS = {
  zh: {
    skip: '跳到搜索', find: '搜姓名、单位、事件、地方；拼音或首字母也可', hits: '搜索结果', tools: '工具', filters: '筛选', table: '表格', take: '带走', png: '图片 PNG', svg: '矢量图 SVG',
    csv: '表格 CSV', sparql: '此视图的 SPARQL', link: '复制链接', theme: '深色或浅色', help: '帮助', close: '关闭', how: '怎样看到其余？', kinds: '类型', ties: '关系', types: '事件类型',
    level: '职务级别', place: '地方', confidence: '可信度不低于', degree: '关系数不少于', reset: '全部恢复', picture: '关系图', details: '详情', time: '时间', play: '播放', from: '从', to: '到',
    undated: '含无日期', nothing: '没有符合筛选条件的内容。', 'show-all': '显示全部', 'zoom-in': '放大', 'zoom-out': '缩小', 'zoom-fit': '看全图',
    'graph-hint': '关系图。方向键移动，加减号缩放，0 看全图；N 与 P 在图中逐个走动，回车打开；斜杠搜索；表格按钮给出同样内容的表格。',
    'one-person': '人物', 'one-organization': '单位', 'one-event': '事件', 'one-place': '地方',
    person: '人物', organization: '单位', event: '事件', 'place-kind': '地方', tenure: '任职', part: '参加', placed: '地点', within: '隶属', together: '同场（未画出的事件）',
    any: '全部', drawn: '图中 {nodes} 个节点、{ties} 组关系；全库 {person} 人、{organization} 单位、{event} 事件、{place} 地方。', 'around-focus': '以“{focus}”为中心 {hops} 步以内。', 'in-range': '时间限于 {from} 至 {to}。',
    'left-out': '未画出 {n} 个。', undrawn: '未画出', 'bring-in': '点击带入图中', 'no-hits': '没有找到', names: '又作：', posts: '任职', holders: '历任与现任', events: '事件', companions: '同场最多的人', people: '参加者',
    bodies: '有关单位', places: '地点', parts: '下属单位', 'seat-of': '所在单位', 'part-of': '属于', only: '只看邻近', expand: '展开邻居', collapse: '收起邻居', 'path-from': '从这里找路径', 'path-to': '路径到这里',
    copy: '复制链接', copied: '已复制', quotes: '原文 {n} 处', 'quotes-of': '原文 {n} 处，列 {m} 处', listed: '共 {n}，列 {m}', times: '同场 {n} 次', 'times-of': '同场 {n} 次，列 {m} 次', day: '{d}', attested: '见报 {a}', 'from-day': '{d} 起', 'until-day': '至 {d}',
    'valid-from': '任自 {d}', 'valid-until': '止于 {d}', former: '曾任', appointed: '新任', removed: '去职', 'in-capacity': '以{c}身份', 'open-list': '名单以“等”结尾，未列全', source: '来源', untitled: '（无题）', sure: '可信度 {n}%',
    explicit: '单位见原文', context: '单位据上下文', elided: '单位承前省略', none: '', 'bad-link': '', 'path-title': '路径：{n} 步', 'no-path': '图中没有连接这两点的路径。', 'pick-other': '已记住起点“{n}”；再选一点，按“路径到这里”。', 'only-of': '只看“{n}”与其邻居',
    'path-of': '“{a}”到“{b}”的路径', playing: '播放中', column: '{c}，点击排序', name: '名称', kind: '类型', span: '时间', tiesn: '关系数', eventsn: '事件数', page: '第 {a}–{b} 行，共 {n} 行', next: '下一页', previous: '上一页', nodate: '无日期',
    'of-tie': '{a} 与 {b}', 'tie-title': '关系', copy2: '复制', run: '在命令行运行：', 'sparql-title': '此视图的 SPARQL', 'how-title': '怎样看到其余', 'help-title': '用法', now: '此刻可见 {nodes} 个节点、{ties} 组关系', unsupported: '浏览器过旧，不能展开事实部分；请用 2023 年以后的 Chrome、Edge、Firefox 或 Safari。',
    'how-focus': '以一人或一单位为中心重画：', 'how-limit': '多画一些（至多 5000）：', 'how-time': '只画一段时间：', 'how-person': '一个人的全部：', 'how-serve': '浏览全库：', 'how-here': '在此页：搜索也能找到未画出的名字；双击节点带入其邻居。', unknown: '未知',
    keys: [['/', '搜索'], ['↑ ↓ Enter', '在结果中选择'], ['N · P', '图中下一个、上一个'], ['Enter', '打开详情'], ['E', '展开或收起邻居（同双击）'], ['O', '只看邻近'], ['方向键 + − 0', '移动、缩放、看全图'], ['T', '表格'], ['F', '筛选'], ['Esc', '关闭、取消']],
    'help-text': '单击看详情与原文，双击展开或收起邻居；按住 Shift 单击第二个节点，找两者间的路径。两人之间的连线表示同场，次数见详情；不表示亲疏。“见报”是文章证明的日子，不是任期。',
  },
  en: {
    skip: 'Skip to search', find: 'Search people, bodies, events, places; pinyin or initials', hits: 'Results', tools: 'Tools', filters: 'Filter', table: 'Table', take: 'Take away', png: 'Picture (PNG)', svg: 'Vector picture (SVG)',
    csv: 'Table (CSV)', sparql: 'SPARQL of this view', link: 'Copy link', theme: 'Dark or light', help: 'Help', close: 'Close', how: 'How to see the rest?', kinds: 'Kinds', ties: 'Ties', types: 'Types of event',
    level: 'Level of post', place: 'Place', confidence: 'Confidence at least', degree: 'Ties at least', reset: 'Reset all', picture: 'Network', details: 'Details', time: 'Time', play: 'Play', from: 'From', to: 'To',
    undated: 'with undated', nothing: 'Nothing passes the filters.', 'show-all': 'Show all', 'zoom-in': 'Zoom in', 'zoom-out': 'Zoom out', 'zoom-fit': 'Whole picture',
    'graph-hint': 'Network. Arrow keys move, plus and minus zoom, 0 shows all; N and P walk from node to node, Enter opens one; slash searches; the table button gives the same as a table.',
    'one-person': 'Person', 'one-organization': 'Body', 'one-event': 'Event', 'one-place': 'Place',
    person: 'People', organization: 'Bodies', event: 'Events', 'place-kind': 'Places', tenure: 'Holds a post', part: 'Takes part', placed: 'Takes place in', within: 'Part of', together: 'Together (events not drawn)',
    any: 'All', drawn: '{nodes} nodes and {ties} bundles of ties are drawn; the graph has {person} people, {organization} bodies, {event} events, {place} places.', 'around-focus': 'Around “{focus}”, {hops} steps.', 'in-range': 'From {from} to {to}.',
    'left-out': '{n} are not drawn.', undrawn: 'not drawn', 'bring-in': 'click to bring in', 'no-hits': 'Nothing found', names: 'Also: ', posts: 'Posts', holders: 'Holders', events: 'Events', companions: 'Most often together with', people: 'Participants',
    bodies: 'Bodies', places: 'Places', parts: 'Parts', 'seat-of': 'Bodies here', 'part-of': 'Part of', only: 'Only neighbours', expand: 'Expand neighbours', collapse: 'Collapse neighbours', 'path-from': 'Path from here', 'path-to': 'Path to here',
    copy: 'Copy link', copied: 'Copied', quotes: '{n} quoted', 'quotes-of': '{n} quoted, {m} here', listed: '{n} in all, {m} here', times: 'together {n} times', 'times-of': 'together {n} times, {m} here', day: '{d}', attested: 'attested {a}', 'from-day': 'from {d}', 'until-day': 'until {d}',
    'valid-from': 'since {d}', 'valid-until': 'until {d}', former: 'former', appointed: 'appointed', removed: 'removed', 'in-capacity': 'as {c}', 'open-list': 'the list ends in 等 (“and others”)', source: 'Source', untitled: '(untitled)', sure: 'confidence {n}%',
    explicit: 'body named in the text', context: 'body from context', elided: 'body carried over', none: '', 'bad-link': '', 'path-title': 'Path of {n} steps', 'no-path': 'No path joins these two here.', 'pick-other': 'Start: “{n}”. Choose another node and “Path to here”.', 'only-of': 'Only “{n}” and neighbours',
    'path-of': 'Path from “{a}” to “{b}”', playing: 'Playing', column: '{c}, click to sort', name: 'Name', kind: 'Kind', span: 'Time', tiesn: 'Ties', eventsn: 'Events', page: 'Rows {a}–{b} of {n}', next: 'Next', previous: 'Previous', nodate: 'undated',
    'of-tie': '{a} and {b}', 'tie-title': 'Tie', copy2: 'Copy', run: 'Run it:', 'sparql-title': 'SPARQL of this view', 'how-title': 'How to see the rest', 'help-title': 'How to use', now: '{nodes} nodes and {ties} bundles of ties are visible', unsupported: 'This browser is too old to unpack the facts; use Chrome, Edge, Firefox or Safari of 2023 or later.',
    'how-focus': 'Redraw around one person or body:', 'how-limit': 'Draw more (up to 5000):', 'how-time': 'Draw one stretch of time:', 'how-person': 'All about one person:', 'how-serve': 'Browse the whole graph:', 'how-here': 'On this page: search also finds names that are not drawn; a double click brings neighbours in.', unknown: 'unknown',
    keys: [['/', 'search'], ['↑ ↓ Enter', 'choose a result'], ['N · P', 'next, previous node'], ['Enter', 'open details'], ['E', 'expand or collapse neighbours (as a double click)'], ['O', 'only neighbours'], ['arrows + − 0', 'move, zoom, show all'], ['T', 'table'], ['F', 'filters'], ['Esc', 'close, cancel']],
    'help-text': 'Click for details and quotations, double click to expand or collapse neighbours; Shift-click a second node for the path between the two. A line between two people means that they were at the same events, not that they are close. “Attested” is a day that an article proves, not a term of office.',
  },
};
let language = (navigator.language || 'zh').toLowerCase().startsWith('zh') ? 'zh' : 'en';
const t = (key, values = {}) => String(WORDS[language][key] ?? key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
const byId = (id) => document.getElementById(id);
const say = (text) => { byId('live').textContent = text; };
const KINDS = ['person', 'organization', 'event', 'place'];
const kindName = (kind) => t(kind === 'place' ? 'place-kind' : kind);

// An element; children are elements or text, never markup.
function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === 'on') for (const [name, f] of Object.entries(value)) element.addEventListener(name, f);
    else if (key === 'class') element.className = value;
    else element.setAttribute(key, value === true ? '' : String(value));
  }
  for (const child of children.flat(Infinity)) if (child !== null && child !== undefined && child !== '') element.append(child);
  return element;
}
function vector(tag, attributes = {}, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}
// The sign of a kind: the same shape as in the picture.
function sign(kind) {
  const shape = { person: ['circle', { cx: 7, cy: 7, r: 6 }], organization: ['rect', { x: 1.5, y: 1.5, width: 11, height: 11 }],
    event: ['path', { d: 'M7 0 14 7 7 14 0 7Z' }], place: ['path', { d: 'M7 1 13.5 13H.5Z' }] }[kind];
  return vector('svg', { viewBox: '0 0 14 14', class: kind, 'aria-hidden': 'true', fill: 'currentColor' }, vector(...shape));
}
function translate() {
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
  for (const element of document.querySelectorAll('[data-w]')) element.textContent = t(element.dataset.w);
  for (const name of ['aria-label', 'placeholder', 'title'])
    for (const element of document.querySelectorAll(`[data-w-${name}]`)) element.setAttribute(name, t(element.getAttribute(`data-w-${name}`)));
  byId('language').textContent = language === 'zh' ? 'EN' : '中';
  byId('language').lang = language === 'zh' ? 'en' : 'zh';
  byId('language').title = language === 'zh' ? 'English' : '中文';
}
