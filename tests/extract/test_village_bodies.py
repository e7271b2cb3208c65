"""Bodies of villages and townships: short forms after the full one, and lists of those who were in office."""

from tests.extract.reading_of import bodies_of, tenures_of

REPORT = (
    "李家庄村原党支部书记、村委会主任明大友，原村党支部副书记徐大贵，白沟乡林业站原站长张小东、向小福涉嫌犯罪。"
    "河南省纪委给予原村文书田大龙、原村委会副主任徐小华处分。河南省范县白沟乡林业站履职不力。"
)


def test_bodies_of_the_village() -> None:
    assert tenures_of(REPORT)[:3] == [
        ("明大友", "书记", "李家庄村党支部", "former"),
        ("明大友", "主任", "李家庄村村民委员会", "former"),
        ("徐大贵", "副书记", "李家庄村党支部", "former"),
    ]
    assert tenures_of(REPORT)[5:] == [
        ("田大龙", "文书", "李家庄村村民委员会", "former"),
        ("徐小华", "副主任", "李家庄村村民委员会", "former"),
    ]


def test_station_of_a_township_under_its_county_and_all_who_were_its_head() -> None:
    assert tenures_of(REPORT)[3:5] == [
        ("张小东", "站长", "范县白沟乡林业站", "former"),
        ("向小福", "站长", "范县白沟乡林业站", "former"),
    ]
    assert "白沟乡林业站" not in bodies_of(REPORT)


def test_discipline_committee_of_a_forest_district() -> None:
    sentence = "给予白沟林区纪委书记潘大力警告处分。"
    assert tenures_of(sentence) == [("潘大力", "书记", "中国共产党白沟林区纪律检查委员会", None)]


def test_committee_of_the_village_in_front_of_its_particle() -> None:
    sentence = "山西省昔阳县井洼村的村委会主任潘大力介绍。"
    assert tenures_of(sentence) == [("潘大力", "主任", "昔阳县井洼村村民委员会", None)]


def test_villagers_hold_no_post_in_their_village() -> None:
    assert tenures_of("光明社区居民郭晓林说，生活好了。") == [("郭晓林", "居民", None, None)]
    assert bodies_of("光明社区居民郭晓林说，生活好了。") == []


def test_committee_of_a_village_written_with_its_last_word_twice() -> None:
    sentence = "范县白沟村村委会主任潘大力介绍。"
    assert tenures_of(sentence) == [("潘大力", "主任", "范县白沟村村民委员会", None)]
