"""Pages of one county, school or union: what their bare 省, 市, 区, 总社 and 常委会 mean."""

import pytest

from tests.extract.reading_of import bodies_of, tenures_of

UNION = "中华全国供销合作总社"
DISTRICT = "杭州市萧山区供销合作社联合社"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "县委书记李大明调研。李大明来到范县杨集乡。",
            [("李大明", "书记", "中国共产党范县委员会", None)],
            id="the one county that the page names later",
        ),
        pytest.param(
            "省供销社副主任沈小明、区供销联社党委书记、主任倪晓明陪同。一行来到萧山、杭州的市场。",
            [
                ("沈小明", "副主任", "浙江省供销合作社联合社", None),
                ("倪晓明", "书记", DISTRICT + "党委", None),
                ("倪晓明", "主任", DISTRICT, None),
            ],
            id="a short form that one living division has",
        ),
        pytest.param(
            "中华全国供销合作总社理事会副主任王大伟率总社科教部副部长沈大青、研究室副处长陈安明调研。",
            [
                ("王大伟", "副主任", UNION + "理事会", None),
                ("沈大青", "副部长", UNION + "科教部", None),
                ("陈安明", "副处长", UNION + "研究室", None),
            ],
            id="总社 and what belongs to it",
        ),
        pytest.param(
            "石狮市委书记李大明主持。市长王大川出席。",
            [
                ("李大明", "书记", "中国共产党石狮市委员会", None),
                ("王大川", "市长", "石狮市人民政府", None),
            ],
            id="a city of the county's rank has a mayor of its own",
        ),
        pytest.param(
            "全国人大常委会听取报告。财经委主任委员钟大山作说明。",
            [("钟大山", "主任委员", "全国人民代表大会财政经济委员会", None)],
            id="a committee where its congress is named",
        ),
        pytest.param(
            "十九大代表、西藏阿里地委书记朱大奎说。",
            [
                ("朱大奎", "代表", "中国共产党第十九次全国代表大会", None),
                ("朱大奎", "书记", "中国共产党阿里地区委员会", None),
            ],
            id="a delegate to a party congress",
        ),
        pytest.param(
            "教师们齐聚范县第一初级中学。我校校长邢玉明参加。孟楼中学的老师发言。我校副校长马爱明作汇报。",
            [
                ("邢玉明", "校长", "范县第一初级中学", None),
                ("马爱明", "副校长", "范县第一初级中学", None),
            ],
            id="我校 is one school throughout the page",
        ),
        pytest.param(
            "开封五中校长李振明致辞。校党委书记杜孝明参加。",
            [("李振明", "校长", "开封五中", None), ("杜孝明", "书记", "开封五中党委", None)],
            id="a numbered school and its committee",
        ),
    ],
)
def test_local_pages(sentence, expected):
    assert tenures_of(sentence) == expected


def test_standing_committees_and_bare_forms():
    text = "安徽省和县县委书记刘大殊参加。下一步将以省委省政府的计划为契机，省委常委会和县科技局研究。"
    assert bodies_of(text) == [
        "中国共产党和县委员会",
        "中国共产党安徽省委员会",
        "中国共产党安徽省委员会常务委员会",
        "和县科学技术局",
        "安徽省人民政府",
    ]


def test_the_party_groups_of_a_list_of_bodies():
    text = "会议听取国务院、最高人民检察院党组工作汇报。"
    assert bodies_of(text) == ["国务院", "国务院党组", "最高人民检察院", "最高人民检察院党组"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [("教师们齐聚范县第一初级中学。", ["范县第一初级中学"]), ("陆集中学的老师发言。", ["陆集中学"])],
)
def test_schools_that_the_dictionary_cuts_wrongly(sentence, expected):
    assert bodies_of(sentence) == expected


def test_a_verb_of_going_ends_a_body_in_front():
    assert bodies_of("中央指导组来到孝感市疾控中心。") == ["孝感市疾病预防控制中心"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("谱写了一曲共产党人的赞歌。", []),
        ("右岸地下厂房吊装完成。", []),
        ("朝鲜党和政府致电。", []),
        ("数据由中国红十字会南京分会掩埋队统计。", ["中国红十字会南京分会"]),
        ("华中科技大学同济医院收治患者。", ["华中科技大学同济医院"]),
    ],
)
def test_what_looks_like_the_end_of_a_body(sentence, expected):
    assert bodies_of(sentence) == expected
