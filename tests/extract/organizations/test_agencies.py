"""Agencies and parties abroad under what they are called in the news, and bodies of ours under their short names."""

import pytest

from tests.extract.reading_of import bodies_of


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        ("韩国统一部发言人今天表示欢迎，韩国关税厅公布数据。", ["韩国关税厅", "韩国统一部"]),
        ("印尼国家抗灾署22日说，加拿大原住民服务局也派了人。", ["加拿大原住民服务局", "印尼国家抗灾署"]),
        ("日本全国渔业协会联合会表示反对。", ["日本全国渔业协会联合会"]),
        ("美国全国广播公司报道了此事，美国全国各地公司停工。", ["美国全国广播公司"]),
        ("德国选择党表示反对，高度重视同捷社民党的关系。", ["德国选择党"]),
        ("人民海军48艘战舰驶出港口。", ["中国人民解放军海军"]),
        ("北京市园林绿化局今天公布方案。", ["北京市园林绿化局"]),
        ("美疾控中心公布统计，美航管局将审计。", ["美国疾病控制和预防中心", "美国联邦航空管理局"]),
        ("巴勒斯坦民族权力机构表示欢迎。", ["巴勒斯坦民族权力机构"]),
        ("日本自民党和公明党表示欢迎，自民党随后改组。", ["公明党", "日本自民党"]),
    ],
)
def test_agencies(sentence, bodies):
    assert bodies_of(sentence) == bodies
