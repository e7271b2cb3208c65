"""Where a body's name begins that ends at the end of the words: the bar stands before it."""

import pytest

from kg.extract.organizations.beginnings import body_in_front, body_start

SENTENCES = """
出席|太原大学
要求|太原市公安局
任命张伟为|山西省教育厅
和|太原大学
|发展和改革委员会
|国家发展和改革委员会
太原大学和|运城大学
太原市公安局和|运城市公安局
|能源及水务转型部
|太原大学社会工作及社会行政学系
|某大学美国与东亚研究院
|中央防范和处理问题领导小组
|国务院农民工工作领导小组
|推动长江经济带发展领导小组
|美中关系基金会
是|中国红十字会
|中船消防设备有限公司
去|太原市人民医院
来自|太原理工大学
由|太原市纪委
|太原市第一中学
我们|太原大学
|全国人大常委会
|国际奥委会
加强人才培养的|太原大学
获得|清华大学
毕业于|清华大学
|北京师范大学附属中学
记者从|公安部
|海外华文媒体合作组织
前|苏联科学院
|联合国教科文组织
|省政府办公厅
|太原市中级人民法院少年庭
在|太原市杏花岭区法院破产庭
|第四军医大学唐都医院
|市委组织部
并与|太原大学
|北京大学光华管理学院
多个|部门
""".split()


@pytest.mark.parametrize("words", SENTENCES)
def test_where_a_body_begins(words):
    before, _, body = words.partition("|")
    assert body_start.__wrapped__(before + body) == len(before)


def test_nothing_begins_nowhere():
    assert body_start("") == 0


def test_the_body_in_front_of_a_place():
    text = "昨天，出席太原大学的会议"
    assert text[body_in_front(text, 0, 9) : 9] == "太原大学"
    assert text[body_in_front(text, 7, 9) : 9] == "大学"
