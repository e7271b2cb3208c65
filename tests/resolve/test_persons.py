"""Which sightings of one name are one person."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.resolve import resolve
from tests.resolve.saying import saying

SHANXI = "中国共产党山西省委员会"
HUBEI = "中国共产党湖北省委员会"


def posts_of(result, name):
    """The posts of each person of a name, as sets."""
    people = [p.id for p in result.persons.values() if p.name == name]
    return sorted(
        sorted(
            (result.organizations[t.organization].name if t.organization else "") + t.post
            for t in result.tenures.values()
            if t.person == own
        )
        for own in people
    )


@pytest.mark.parametrize(
    ("articles", "name", "people"),
    [
        pytest.param(
            [
                saying("1", "2015-01-05", ("岑望山", SHANXI, "副书记")),
                saying("2", "2016-03-05", ("岑望山", "山西省人民政府", "省长")),
            ],
            "岑望山",
            1,
            id="two posts of one province and a rare name are one career",
        ),
        pytest.param(
            [
                saying("1", "2015-01-05", ("王强", "最高人民检察院", "检察长")),
                saying("2", "2016-03-05", ("王强", "最高人民检察院", "检察长")),
                saying("3", "2015-02-05", ("王强", "中华人民共和国", "驻巴西大使")),
                saying("4", "2016-03-09", ("王强", "中华人民共和国", "驻巴西大使")),
            ],
            "王强",
            2,
            id="nobody is procurator at home and ambassador abroad at once",
        ),
        pytest.param(
            [
                saying("1", "2015-01-05", ("王强", "最高人民检察院", "检察长"), ("王强", SHANXI, "委员")),
                saying("2", "2016-03-05", ("王强", SHANXI, "委员")),
            ],
            "王强",
            1,
            id="posts named together are one person's, however common the name",
        ),
        pytest.param(
            [
                saying("1", "2015-01-05", ("王伟", "太原市公安局", "民警")),
                saying("2", "2015-06-05", ("王伟", "华中科技大学", "教授")),
            ],
            "王伟",
            2,
            id="a common name in unlike posts is two people",
        ),
        pytest.param(
            [
                saying("1", "2015-01-05", ("李强", SHANXI, "书记")),
                saying("2", "2015-06-05", ("李强", HUBEI, "书记")),
                saying("3", "2016-01-05", ("李强", SHANXI, "书记")),
                saying("4", "2016-06-05", ("李强", HUBEI, "书记")),
            ],
            "李强",
            2,
            id="nobody leads two provinces at once",
        ),
        pytest.param(
            [
                saying("1", "2015-01-05", ("徐辉", "全国人民代表大会宪法和法律委员会", "副主任委员")),
                saying(
                    "2",
                    "2015-03-05",
                    ("徐辉", "太原市中医院", "副院长"),
                    ("徐辉", "太原市中医院党委", "委员"),
                ),
                saying("3", "2015-09-05", ("徐辉", "全国人民代表大会宪法和法律委员会", "副主任委员")),
            ],
            "徐辉",
            2,
            id="a post in a unit is no step of a career that lasts before and after",
        ),
        pytest.param(
            [
                saying("1", "2015-01-05", ("约翰逊", "英国", "首相")),
                saying("2", "2015-06-05", ("约翰逊", "美国", "总统")),
            ],
            "约翰逊",
            2,
            id="a family name abroad in two countries is two people",
        ),
        pytest.param(
            [
                saying("1", "2015-01-05", ("岑望山", SHANXI, "书记")),
                saying("2", "2015-01-09", also=["岑望山"]),
                saying("3", "2015-03-05", ("岑望山", SHANXI, "书记")),
            ],
            "岑望山",
            1,
            id="a bare rare name in the time of office is the holder",
        ),
    ],
)
def test_who_is_one_person(articles, name, people):
    result = resolve(articles)
    assert len([p for p in result.persons.values() if p.name == name]) == people


def test_namesakes_are_numbered_and_point_at_each_other_only_in_doubt():
    result = resolve(
        [
            saying("1", "2015-01-05", ("王伟", "太原市公安局", "民警")),
            saying("2", "2015-06-05", ("王伟", "太原市教育局", "科员")),
        ]
    )
    people = sorted((p for p in result.persons.values()), key=lambda p: p.number)
    assert [p.number for p in people] == list(range(1, len(people) + 1))
    for person in people:
        assert person.id not in person.possibly_same_as


def test_a_person_keeps_the_id_when_later_articles_come():
    early = [saying("1", "2015-01-05", ("岑望山", SHANXI, "书记"))]
    later = saying("2", "2018-01-05", ("岑望山", HUBEI, "书记"))
    assert resolve(early).persons.keys() <= resolve([*early, later]).persons.keys()


@pytest.mark.parametrize(
    ("short", "full", "post", "body"),
    [
        pytest.param("特雷莎·梅", "特蕾莎·梅", "首相", "英国", id="another spelling"),
        pytest.param("默德尔", "安格拉·默德尔", "总理", "德国", id="the family name alone"),
        pytest.param("欧巴马", "奥巴马", "总统", "美国", id="the rendering of Hong Kong"),
    ],
)
def test_forms_of_a_foreign_name_in_one_seat_are_one_person(short, full, post, body):
    articles = [saying(str(n), f"2015-0{n}-05", (full if n % 3 else short, body, post)) for n in range(1, 9)]
    result = resolve(articles)
    assert len(result.persons) == 1
    (person,) = result.persons.values()
    assert {person.name, *person.names} == {short, full}


def test_two_presidents_of_like_names_stay_two():
    articles = [
        saying(str(n), f"20{10 + n}-01-05", ("马杜洛" if n < 5 else "马多洛", "委内瑞拉", "总统"))
        for n in range(9)
    ]
    assert len(resolve(articles).persons) == 2


def test_a_verb_read_into_a_name_makes_no_person():
    articles = [saying(str(n), f"2015-0{n}-05", ("岑望", SHANXI, "书记")) for n in range(1, 9)]
    articles.append(saying("9", "2015-05-07", ("岑望陪", SHANXI, "书记")))
    result = resolve(articles)
    assert [p.name for p in result.persons.values()] == ["岑望"]
    assert set(result.ids_of(articles[-1]).persons) == {"岑望陪"}
    assert not result.persons[result.ids_of(articles[-1]).persons["岑望陪"]].names


NAMES = ["王强", "李强", "岑望山", "约翰逊", "特雷莎·梅", "特蕾莎·梅"]
BODIES = [SHANXI, HUBEI, "英国", "最高人民检察院", None, "太原市公安局"]
POSTS = ["书记", "首相", "检察长", "民警", "委员"]
STATUSES = [None, None, None, "former", "appointed", "removed"]
one_article = st.lists(
    st.tuples(
        st.sampled_from(NAMES), st.sampled_from(BODIES), st.sampled_from(POSTS), st.sampled_from(STATUSES)
    ),
    max_size=4,
)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.dates(), one_article, st.lists(st.sampled_from(NAMES), max_size=2)), max_size=12),
    st.randoms(),
)
def test_the_order_of_articles_does_not_matter(rows, rng: random.Random):
    articles = [
        saying(f"a{n}", day.isoformat(), *said, also=also) for n, (day, said, also) in enumerate(rows)
    ]
    shuffled = list(articles)
    rng.shuffle(shuffled)
    one, other = resolve(articles), resolve(shuffled)
    assert (one.persons, one.organizations, one.tenures, one.events) == (
        other.persons,
        other.organizations,
        other.tenures,
        other.events,
    )
    assert one.conflicts == other.conflicts
    assert list(one.identity_rows()) == list(other.identity_rows())
    for article in articles:
        ids = one.ids_of(article)
        assert ids == other.ids_of(article)
        assert set(ids.persons.values()) <= one.persons.keys()
        assert {t for t in ids.tenures if t} <= one.tenures.keys()
        assert set(ids.organizations.values()) <= one.organizations.keys()
        for number, (tenure, own) in enumerate(zip(article.tenures, ids.tenures, strict=True)):
            assert not own or one.tenures[own].person == ids.holder(number, tenure.person)
    stated = {own for article in articles for own in one.ids_of(article).tenures}
    assert stated - {""} == one.tenures.keys()  # every spell has its proof


def test_a_country_visited_is_not_the_post_of_the_visitor():
    articles = [
        saying(str(n), f"20{10 + n // 12}-{n % 12 + 1:02}-05", ("岑望山", "中华人民共和国", "副主席"))
        for n in range(60)
    ]
    stray = saying("x", "2012-03-09", ("岑望山", "以色列", "副主席"))
    result = resolve([*articles, stray])
    assert len(result.persons) == 1
    assert len(result.tenures) == 1
    ids = result.ids_of(stray)
    assert (set(ids.persons), ids.tenures) == ({"岑望山"}, ("",))


def test_the_same_long_list_year_after_year_names_the_same_people():
    names = [f"{a}{b}" for a in "张李王刘陈" for b in ("伟", "军", "强", "磊", "勇", "平")]
    lists = [saying(f"n{year}", f"{year}-02-05", also=names) for year in range(2012, 2018)]
    other = saying("o", "2014-08-08", also=["张伟", "岑望山"])
    result = resolve([*lists, other])
    assert len([p for p in result.persons.values() if p.name == "李军"]) == 1
    assert len([p for p in result.persons.values() if p.name == "张伟"]) == 2


def test_one_report_may_name_a_king_and_a_prince_of_one_name():
    both = [
        saying(f"b{n}", f"2016-0{n}-05", ("萨维曼", "沙特阿拉伯", "国王"), ("萨维曼", "巴林", "王储"))
        for n in range(1, 3)
    ]
    more = [saying(f"s{n}", f"2015-0{n}-05", ("萨维曼", "沙特阿拉伯", "国王")) for n in range(1, 9)]
    more += [saying(f"p{n}", f"2015-0{n}-09", ("萨维曼", "巴林", "王储")) for n in range(1, 9)]
    result = resolve([*both, *more])
    assert len(result.persons) == 2
    ids = result.ids_of(both[0])
    assert len({result.tenures[own].person for own in ids.tenures}) == 2
    assert set(ids.namesakes.values()) | set(ids.persons.values()) == result.persons.keys()


def test_a_foreign_minister_of_a_country_left_out_is_no_minister_of_ours():
    articles = [
        saying(
            str(n), f"2015-0{n}-05", ("萨维曼", "沙特阿拉伯国防部", "部长"), ("萨维曼", "沙特阿拉伯", "亲王")
        )
        for n in range(1, 8)
    ]
    stray = saying("x", "2015-03-09", ("萨维曼", "国防部", "部长"))
    result = resolve([*articles, stray])
    assert len(result.persons) == 1
    assert "国防部" not in {result.organizations[t.organization].name for t in result.tenures.values()}


def test_who_leaves_office_for_an_international_body_holds_its_post():
    articles = [saying(str(n), f"2015-0{n}-05", ("萨维曼", "荷兰", "首相")) for n in range(1, 8)]
    articles += [saying(f"n{n}", f"2016-0{n}-05", ("萨维曼", "北大西洋公约组织", "秘书长")) for n in (1, 2)]
    posts = {t.post for t in resolve(articles).tenures.values()}
    assert posts == {"首相", "秘书长"}


@pytest.mark.parametrize(
    ("articles", "people"),
    [
        pytest.param(
            [
                saying("1", "2018-05-05", ("谢尔曼·贝尔多夫", "土库曼斯坦", "总统")),
                saying("2", "2022-05-05", ("库尔班·贝尔多夫", "土库曼斯坦", "总统")),
                saying("3", "2022-02-05", ("贝尔多夫", "土库曼斯坦", "总统")),
                saying("4", "2018-06-05", ("贝尔多夫", "土库曼斯坦", "总统")),
            ],
            3,
            id="father and son stay two, the family name alone is neither's for sure",
        ),
        pytest.param(
            [
                saying("1", "2018-05-05", ("谢尔曼·贝尔多夫", "土库曼斯坦", "总统")),
                saying("2", "2018-06-05", ("贝尔多夫", "土库曼斯坦", "总统")),
                saying("3", "2018-07-05", ("谢·贝尔多夫", "土库曼斯坦", "总统")),
            ],
            1,
            id="an initial stands for the given name",
        ),
        pytest.param(
            [
                *[saying(f"a{n}", f"2021-0{n}-05", ("莱希尔", "伊朗", "总统")) for n in range(1, 9)],
                *[saying(f"b{n}", f"2021-0{n}-06", ("塞希尔", "埃及", "总统")) for n in range(1, 9)],
                saying("c", "2021-06-09", ("塞希尔", "伊朗", "总统")),
            ],
            3,
            id="like names at home in two countries are not one because of one report",
        ),
        pytest.param(
            [
                *[saying(f"a{n}", f"2013-0{n}-05", ("席尔曼", "葡萄牙", "总统")) for n in range(1, 4)],
                *[saying(f"b{n}", f"2018-0{n}-06", ("席尔曼", "葡萄牙", "外长")) for n in range(1, 4)],
            ],
            2,
            id="no head of state becomes a minister",
        ),
        pytest.param(
            [
                saying("a", "2012-12-05", ("席尔曼", "葡萄牙", "总统", "former")),
                saying("b", "2017-03-05", ("席尔曼", "葡萄牙", "总统")),
                *[saying(f"c{n}", f"2015-0{n}-06", ("席尔曼", "葡萄牙国防部", "部长")) for n in range(1, 4)],
            ],
            2,
            id="nor does a former one, whatever a late report leaves out",
        ),
        pytest.param(
            [
                *[saying(f"a{n}", f"2014-0{n}-05", ("扎里曼", "伊朗", "外长")) for n in range(1, 4)],
                *[saying(f"b{n}", f"2014-0{n}-06", ("扎里曼", "伊朗外交部", "部长")) for n in range(1, 4)],
            ],
            1,
            id="one seat in two words",
        ),
    ],
)
def test_foreign_names(articles, people):
    assert len(resolve(articles).persons) == people
