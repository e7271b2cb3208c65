import pytest

from kg.lexicon.organizations import expand, official_name
from kg.lexicon.place_prefix import Scope


@pytest.mark.parametrize(
    ("form", "scope", "name", "how"),
    [
        ("山西省委", Scope(), "中国共产党山西省委员会", "explicit"),
        ("省总工会", Scope("山西省"), "山西省总工会", "context"),
        ("全总党组", Scope(), "中华全国总工会党组", "explicit"),
        ("福建省厦门市环保局党组", Scope(), "厦门市环境保护局党组", "explicit"),
        ("江西省鄱阳县县委", Scope(), "中国共产党鄱阳县委员会", "explicit"),
        ("青海省河南县", Scope(), "河南蒙古族自治县", "explicit"),
        ("区政协", Scope("天津市", "", "津南区"), "中国人民政治协商会议天津市津南区委员会", "context"),
        ("公安局", Scope("浙江省", "丽水市", "遂昌县"), "遂昌县公安局", "context"),
        ("自治区政府", Scope("内蒙古自治区"), "内蒙古自治区人民政府", "context"),
        ("共青团上海市委", Scope(), "中国共产主义青年团上海市委员会", "explicit"),
        ("组织部", Scope("陕西省", "商洛市", "山阳县"), "中国共产党山阳县委员会组织部", "context"),
        ("中国外交部", Scope(), "外交部", "explicit"),
        ("韩国国防部", Scope(), "韩国国防部", "explicit"),
        ("京都大学", Scope(), "京都大学", "explicit"),
        ("教育局", Scope(region="hk"), "香港特别行政区政府教育局", "context"),
    ],
)
def test_official_name(form, scope, name, how):
    found = official_name(form, scope)
    assert (found.name, found.resolved_by) == (name, how)


def test_a_form_that_needs_a_place_is_not_expanded_without_one():
    assert expand("省委") is None
    assert expand("上海市委") == "中国共产党上海市委员会"
