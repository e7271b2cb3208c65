"""Posts that stand apart from their holder: what the verb, and what follows, says of them."""

import pytest

from tests.extract.reading_of import tenures_of

NANPING = "中国共产党南平市委员会"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "廖明波生前是福建省南平市委常委、副市长。",
            [("廖明波", "常委", NANPING, None), ("廖明波", "副市长", "南平市人民政府", None)],
            id="who has died: 生前是, without a status",
        ),
        pytest.param(
            "文志山（31岁，前大埔区议员）、陈振文（49岁，沙田区议员）在香港受审，特首不评论。",
            [
                ("文志山", "议员", "大埔区议会", "former"),
                ("陈振文", "议员", "沙田区议会", None),
            ],
            id="posts in brackets behind a name",
        ),
        pytest.param(
            "何秀文 - 前香港电台主持人",
            [("何秀文", "主持人", "香港电台", "former")],
            id="a line of a list",
        ),
        pytest.param(
            "担任政和县委书记时，廖明波和同事们共同努力。",
            [("廖明波", "书记", "中国共产党政和县委员会", "former")],
            id="担任…时: past, the holder behind it",
        ),
        pytest.param(
            "周大川积极评价李显明担任新加坡总理期间取得的成就。",
            [("李显明", "总理", "新加坡", "former")],
            id="担任…期间: past",
        ),
        pytest.param(
            "当时，李大明同志担任浙江省委书记刚半年多。",
            [("李大明", "书记", "中国共产党浙江省委员会", "former")],
            id="当时: past",
        ),
        pytest.param(
            "王方明同志是杰出领导人，曾任中共第十二届中央委员会委员，中央顾问委员会委员，公安部党组书记、部长。",
            [
                ("王方明", "委员", "中国共产党中央委员会", "former"),
                ("王方明", "委员", "中国共产党中央顾问委员会", "former"),
                ("王方明", "书记", "公安部党组", "former"),
                ("王方明", "部长", "公安部", "former"),
            ],
            id="a term of office between the verb and the body; 顾问委员会 holds no adviser",
        ),
        pytest.param(
            "中共中央决定：\n刘大宁同志任河南省委书记，不再担任青海省委书记职务。",
            [
                ("刘大宁", "书记", "中国共产党河南省委员会", "appointed"),
                ("刘大宁", "书记", "中国共产党青海省委员会", "removed"),
            ],
            id="a decision whose items stand on lines of their own",
        ),
        pytest.param(
            "浙江省丽水市遂昌县原县委常委、公安局局长魏丽明违规。",
            [
                ("魏丽明", "常委", "中国共产党遂昌县委员会", "former"),
                ("魏丽明", "局长", "遂昌县公安局", "former"),
            ],
            id="原 behind a place alone covers the whole list",
        ),
        pytest.param(
            "水利部原党组成员、副部长，中国水利学会会长王大川致辞。",
            [
                ("王大川", "成员", "水利部党组", "former"),
                ("王大川", "副部长", "水利部", "former"),
                ("王大川", "会长", "中国水利学会", None),
            ],
            id="原 behind a body covers that body's posts",
        ),
        pytest.param(
            "大竹县林业局纪检组长廖小君受到警告，被调离纪检组长岗位。",
            [("廖小君", "组长", "大竹县林业局纪检组", "removed")],
            id="a post told without its body is the person's own",
        ),
        pytest.param(
            "周大川致电拉马福诺，祝贺他当选连任南非共和国总统。",
            [("拉马福诺", "总统", "南非", "appointed")],
            id="elected again",
        ),
        pytest.param(
            "周大川，男，1950年生，曾任上海市政府、市委秘书，国家行政学院和清华大学等兼职教授。",
            [
                ("周大川", "秘书", "上海市人民政府", "former"),
                ("周大川", "秘书", "中国共产党上海市委员会", "former"),
                ("周大川", "兼职教授", "国家行政学院", "former"),
                ("周大川", "兼职教授", "清华大学", "former"),
            ],
            id="bodies that share a post, with 等 and without",
        ),
        pytest.param(
            "阿克肖夫表示，被乌克兰议会解除总统职务的亚努科奇已离开。",
            [("亚努科奇", "总统", "乌克兰", "removed")],
            id="who lost the post stands behind it",
        ),
        pytest.param(
            "李大强会见曾任法国外长的法比昂，表示欢迎。",
            [("法比昂", "外长", "法国", "former")],
            id="曾任…的: the holder stands behind 的",
        ),
        pytest.param(
            "斯里兰卡总统维克拉辛表示，衷心祝贺您当选中共中央总书记。",
            [("维克拉辛", "总统", "斯里兰卡", None)],
            id="who congratulates was not elected",
        ),
        pytest.param(
            "国家主席周大平致电拉赫莫，祝贺他再次当选塔吉克斯坦共和国总统。",
            [("周大平", "主席", "中华人民共和国", None)],
            id="who sends the telegram was not elected",
        ),
        pytest.param(
            "决定任命周明远、林书文（女）、高立山为国务委员。林书文宣誓。",
            [
                ("高立山", "国务委员", "国务院", "appointed"),
                ("周明远", "国务委员", "国务院", "appointed"),
                ("林书文", "国务委员", "国务院", "appointed"),
            ],
            id="brackets in the list of those who are named to a post",
        ),
        pytest.param(
            "周明远接替李大川出任国防部长。李大川退休。",
            [("周明远", "部长", "国防部", "appointed"), ("李大川", "部长", "国防部", "former")],
            id="who is replaced had the post",
        ),
        pytest.param(
            "林书文表示高兴。林书文被周明远元帅聘为军事学院翻译室主任。周明远表示高兴。",
            [("林书文", "主任", "军事学院翻译室", "appointed")],
            id="who engages somebody does not get the post",
        ),
        pytest.param(
            "这是意大利总理伦齐诺就任总理后首次访华。",
            [("伦齐诺", "总理", "意大利", None)],
            id="taken up some time ago: 就任…后 is no news",
        ),
        pytest.param(
            "周明远曾留学。他曾任遂昌县林业局局长，后任政和县县长。",
            [
                ("周明远", "局长", "遂昌县林业局", "former"),
                ("周明远", "县长", "政和县人民政府", "former"),
            ],
            id="他: the one person of the sentence before",
        ),
        pytest.param(
            "周明远和李大川见面。他曾任遂昌县林业局局长。",
            [],
            id="他 may be either of two",
        ),
        pytest.param(
            "由李大川兼任书记，我任遂昌县林业局局长。李大川很忙。",
            [],
            id="我: who tells",
        ),
        pytest.param(
            "周明远无意出任遂昌县林业局局长。周明远退休。",
            [],
            id="who will not have a post does not get it",
        ),
        pytest.param(
            "社会各界支持周明远担任下届特首。周明远感谢。",
            [],
            id="who is wished for has no post yet",
        ),
        pytest.param(
            "拜尔登以306票击败现任总统特鲁普，当选美国总统。拜尔登表示满意。特鲁普表示不满。",
            [("特鲁普", "总统", "美国", None), ("拜尔登", "总统", "美国", "appointed")],
            id="who is beaten was not elected",
        ),
        pytest.param(
            "周大川致电塔内希·马特，祝贺他连任基里巴斯总统。",
            [("塔内希·马特", "总统", "基里巴斯", "appointed")],
            id="连任 is an election too",
        ),
        pytest.param(
            "比尔·理查森访问朝鲜。理查森曾任美国财政部长。",
            [("比尔·理查森", "部长", "美国财政部", "former")],
            id="a short form of the name",
        ),
        pytest.param(
            "菲律宾副总统莎拉·杜特特辞去了教育部长职务。",
            [("莎拉·杜特特", "副总统", "菲律宾", None), ("莎拉·杜特特", "部长", "菲律宾教育部", "removed")],
            id="the ministry of the country in which somebody holds another post",
        ),
        pytest.param(
            "美国总统拜尔登称赞即将离任的日本首相岸川文雄。",
            [("拜尔登", "总统", "美国", None), ("岸川文雄", "首相", "日本", None)],
            id="即将离任的 tells of who stands behind it",
        ),
        pytest.param(
            "周明远获首席大法官杨铁林邀请出任太原市副市长。杨铁林去世。周明远退休。",
            [("周明远", "副市长", "太原市人民政府", "appointed")],
            id="who asks somebody to come does not get the post",
        ),
        pytest.param(
            "任命旅游部长马努埃·马雷克为古巴总理。马雷克表示感谢。",
            [("马努埃·马雷克", "部长", "旅游部", None), ("马努埃·马雷克", "总理", "古巴", "appointed")],
            id="a title between 任命 and the name",
        ),
        pytest.param(
            "会议提名周明远为新任国防部长候选人。周明远感谢。",
            [],
            id="a candidate holds nothing",
        ),
        pytest.param(
            "周明远当选新一届中国足协主席。周明远感谢。",
            [("周明远", "主席", "中国足协", "appointed")],
            id="新一届 counts",
        ),
        pytest.param(
            "周明远说，第五次当选国际足联主席的高立山很快就辞去了主席职务。高立山表示遗憾。",
            [("高立山", "主席", "国际足球联合会", "removed")],
            id="given and taken again",
        ),
        pytest.param(
            "10年前，周明远担任遂昌县林业局局长。周明远受审。",
            [("周明远", "局长", "遂昌县林业局", "former")],
            id="years ago: past",
        ),
    ],
)
def test_careers(sentence, expected):
    assert tenures_of(sentence) == expected


def test_a_post_before_a_name_that_only_the_rest_of_the_article_proves():
    text = "库克林说，很好。苹果公司首席执行官库克林致信。库克林表示歉意。"
    assert ("库克林", "首席执行官", "苹果公司", None) in tenures_of(text)


def test_posts_that_a_congress_gives():
    party = "会议期间举行的九三学社第十五届中央委员会第一次全体会议选举产生了常务委员会，何维民当选主席。"
    assert tenures_of(party) == [("何维民", "主席", "九三学社中央委员会", "appointed")]
    union = "全国总工会第十七届执委会第一次全体会议举行，推选李玉福为书记处第一书记。李玉福讲话。"
    assert tenures_of(union) == [("李玉福", "第一书记", "中华全国总工会书记处", "appointed")]
    named = "何维民当选主席。何维民讲话。"
    assert tenures_of(named, "中国农工民主党第十七次全国代表大会在京闭幕") == [
        ("何维民", "主席", "中国农工民主党中央委员会", "appointed")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "周明远当选法国总统，德国总理林书文表示祝贺。周明远感谢。",
            [("林书文", "总理", "德国", None), ("周明远", "总统", "法国", "appointed")],
            id="a post given to who stands before it, and one of who stands behind",
        ),
        pytest.param(
            "捷通股份有限公司发生变更，小米联合创始人洪立峰卸任总经理一职。",
            [("洪立峰", "联合创始人", "小米", None), ("洪立峰", "总经理", "捷通股份有限公司", "removed")],
            id="only the post behind 卸任 is left, and it is of the company of the sentence",
        ),
        pytest.param(
            "公告称，任命大街网创始人王秀立为新任美图公司COO。王秀立表示感谢。",
            [("王秀立", "创始人", "大街网", None), ("王秀立", "COO", "美图公司", "appointed")],
            id="a founder is named to a post",
        ),
        pytest.param(
            "巴基斯坦总理阿巴辛任命阿西夫为外交部长。阿西夫表示感谢。",
            [("阿巴辛", "总理", "巴基斯坦", None), ("阿西夫", "部长", "巴基斯坦外交部", "appointed")],
            id="a ministry given to a foreigner is of the country spoken of",
        ),
        pytest.param(
            "会议任命周明远为民政部部长、林书文为司法部部长；免去高立山的民政部部长职务。",
            [
                ("周明远", "部长", "民政部", "appointed"),
                ("林书文", "部长", "司法部", "appointed"),
                ("高立山", "部长", "民政部", "removed"),
            ],
            id="任命 holds for the next one of the list",
        ),
        pytest.param(
            "通过关于接受王立霞同志请辞第十三届全国政协委员的决定。",
            [("王立霞", "委员", "中国人民政治协商会议全国委员会", "removed")],
            id="请辞",
        ),
        pytest.param(
            "伊朗总统莱希克5日在议会宣誓就职。",
            [("莱希克", "总统", "伊朗", "appointed")],
            id="宣誓就职: newly in office",
        ),
        pytest.param(
            "特雷莎·梅尔就任英国首相，接替因脱欧公投辞职的卡梅林。卡梅林离开。",
            [("特雷莎·梅尔", "首相", "英国", "appointed"), ("卡梅林", "首相", "英国", "former")],
            id="who is replaced, named behind",
        ),
        pytest.param(
            "来年接替秘书长的江州大学教授魏向明，杨立宇认为很好。杨立宇离开。",
            [("魏向明", "教授", "江州大学", None)],
            id="a comma before somebody who acts ends the list of holders",
        ),
        pytest.param(
            "米歇尔斯祝贺周大平连任中共中央总书记，代表欧盟表示感谢。周大平感谢。",
            [("周大平", "总书记", "中国共产党中央委员会", "appointed")],
            id="代表 as a verb",
        ),
        pytest.param(
            "周明远讲话。周明远任中国工农革命军第四军第三十一团党代表、团长。南昌起义后，他任第十一军第二十四师党代表。周明远牺牲。",
            [
                ("周明远", "党代表", "中国工农革命军第四军第三十一团", None),
                ("周明远", "团长", "中国工农革命军第四军第三十一团", None),
                ("周明远", "党代表", "第十一军第二十四师", None),
            ],
            id="党代表 of troops",
        ),
        pytest.param(
            "72岁的孙立芳，退休前是北京军区总医院副政委，坚持做好事。孙立芳很忙。",
            [("孙立芳", "副政委", "北京军区总医院", "former")],
            id="退休前是",
        ),
        pytest.param(
            "帕希尼森宣布解除总参谋长的职务。帕希尼森是亚美尼亚总理。",
            [("帕希尼森", "总理", "亚美尼亚", None)],
            id="who dismisses somebody keeps his own post",
        ),
        pytest.param(
            "秦立伟同志是开国将领。曾任北京军区司令员，中央军委委员等重要职务。",
            [
                ("秦立伟", "司令员", "北京军区", "former"),
                ("秦立伟", "委员", "中国共产党中央军事委员会", "former"),
            ],
            id="a sentence without a subject goes on with the one before",
        ),
        pytest.param(
            "1940年，张立华在前线，他担任胶东五支队三营教导员时，参加了伏击战。张立华今年百岁。",
            [("张立华", "教导员", "胶东五支队三营", "former")],
            id="他 in the same sentence; a battalion",
        ),
    ],
)
def test_posts_beside_one_another(text, expected):
    assert tenures_of(text) == expected


def test_losses_told_again_by_the_bare_name():
    text = (
        "给予蔚县县委书记刘书立，县长王树立党内警告处分，两人被免职。给予康保县委书记杜立平、县长魏红立警告处分，杜立平被免职。"
        "财政部长周明远受到批评。周明远宣布辞职。2012年，林书文宣布辞职。司法部长林书文很忙。"
    )
    assert [(t[0], t[3]) for t in tenures_of(text)] == [
        ("刘书立", "removed"),
        ("王树立", "removed"),
        ("杜立平", "removed"),
        ("魏红立", None),
        ("周明远", "removed"),
        ("林书文", None),
    ]


def test_the_army_is_nobody():
    assert tenures_of("晋升的是：陆军政治委员秦树立、海军政治委员袁立智。")[0] == (
        "秦树立",
        "政治委员",
        "中国人民解放军陆军",
        None,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "周明远是太原人。1996年至1999年任江州大学助理教授，2004年起出任太原大学教授。",
            [
                ("周明远", "助理教授", "江州大学", "former"),
                ("周明远", "教授", "太原大学", None),
            ],
            id="nothing but years before the verb; 起: held since",
        ),
        pytest.param(
            "周明远2010年获选为中国科学院院士。",
            [("周明远", "院士", "中国科学院", None)],
            id="院士 for life",
        ),
        pytest.param(
            "周明远获荐出任江州大学校长。委员会通过推荐太原大学教授周明远，担任江州大学校长。",
            [("周明远", "教授", "太原大学", None)],
            id="who is recommended has no post yet",
        ),
        pytest.param(
            "何启立被委任为劳福局副局长。何启立感谢。",
            [("何启立", "副局长", "劳福局", "appointed")],
            id="被委任为",
        ),
        pytest.param(
            "陈沐立曾于2014-2016年度担任太原市总工会主席。陈沐立讲话。",
            [("陈沐立", "主席", "太原市总工会", "former")],
            id="曾于…担任",
        ),
        pytest.param(
            "上海铁路局三名官员受调查，其中有党委书记李立嘉。李立嘉离开。",
            [("李立嘉", "书记", "上海铁路局党委", None)],
            id="党委 of the office that the sentence names",
        ),
        pytest.param(
            "元老包括前国民党主席连战平、现任党主席吴敦礼等。",
            [("连战平", "主席", "中国国民党", "former"), ("吴敦礼", "主席", "中国国民党", None)],
            id="党 is the party named before",
        ),
        pytest.param(
            "秘鲁总统库琴克基所领导的内阁15日全体请辞。",
            [("库琴克基", "总统", "秘鲁", None)],
            id="whose cabinet resigns may stay",
        ),
    ],
)
def test_years_and_recommendations(text, expected):
    assert tenures_of(text) == expected
