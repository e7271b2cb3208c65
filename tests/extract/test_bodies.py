import pytest

from tests.extract.reading_of import bodies_of, tenures_of


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("中央纪委日前通报情况。", ["中国共产党中央纪律检查委员会"], id="a short form"),
        pytest.param("各级工会和有关部门要落实。", [], id="kinds of bodies are none"),
        pytest.param("他到北京大学光华管理学院调研。", ["北京大学光华管理学院"], id="a part of a body"),
        pytest.param(
            "中国工商银行股份有限公司与中国人寿保险公司签约。",
            ["中国人寿保险公司", "中国工商银行股份有限公司"],
            id="a legal form belongs to the name",
        ),
        pytest.param("俄罗斯政府在机场举行欢送仪式。", ["俄罗斯政府"], id="a government abroad"),
        pytest.param("美国商务部宣布决定。", ["美国商务部"], id="a ministry abroad is not ours"),
        pytest.param(
            "河北省保定市体育局党委书记郭建山出席。",
            ["保定市体育局", "保定市体育局党委"],
            id="a unit and its committee",
        ),
        pytest.param("香港发展中大有可为。", [], id="short forms of Hong Kong elsewhere are words"),
        pytest.param(
            "律政司要求覆核，裁判官押后案件，大律师公会回应。",
            ["香港大律师公会", "香港特别行政区政府律政司"],
            id="the words of Hong Kong's courts tell where the news is from",
        ),
        pytest.param(
            "海普兰（中国）有限公司和威信车场管理（控股）有限公司签约。",
            ["威信车场管理（控股）有限公司", "海普兰（中国）有限公司"],
            id="a bracket inside a firm's name",
        ),
        pytest.param(
            "公司拟与子公司兰江药业有限公司合资。", ["兰江药业有限公司"], id="a subsidiary under its own name"
        ),
        pytest.param(
            "香港昨日起限聚，政府公布新措施，港铁照常，运输署配合。",
            ["香港特别行政区政府", "香港特别行政区政府运输署", "香港铁路有限公司"],
            id="政府 alone in Hong Kong's news",
        ),
        pytest.param(
            "甘肃诚信电力机具制造有限责任公司和湖南太福集团生物科技有限责任公司开工。",
            ["湖南太福集团生物科技有限责任公司", "甘肃诚信电力机具制造有限责任公司"],
            id="the legal form ends a firm's name, not 电力 or 集团",
        ),
        pytest.param(
            "海口市政府采购中心称物资实行政府采购。", ["海口市政府采购中心"], id="buying is no government"
        ),
        pytest.param(
            "韩国林锡文政府表示，美国防部的举动有益。",
            ["美国国防部", "韩国政府"],
            id="a president's government",
        ),
        pytest.param(
            "他在英国爱丁兰大学任教，爱丁兰大学表示祝贺。",
            ["英国爱丁兰大学"],
            id="one school, with its country once",
        ),
        pytest.param("这本书由人民出版社出版。", ["人民出版社"], id="a publisher of one name"),
        pytest.param("上海人民出版社出版。", ["上海人民出版社"], id="a publisher of a city"),
        pytest.param("监督也门政府履约。", ["也门政府"], id="a country cut by the dictionary"),
        pytest.param("共有24个政党角逐。", [], id="counted parties"),
        pytest.param("推进垦区集团化改革。", [], id="集团化 is no group"),
        pytest.param("事关广大学生成长。", [], id="广大|学生"),
        pytest.param("监察部门和建设部门负责。", [], id="departments of a kind"),
        pytest.param("西昌卫星发射中心发射卫星。", ["西昌卫星发射中心"], id="a launch site"),
        pytest.param("土耳其武装力量完成行动。", ["土耳其武装力量"], id="armed forces"),
        pytest.param("中国空军组织训练。", ["中国人民解放军空军"], id="our air force"),
        pytest.param("解决好执政党的作风问题。", [], id="a ruling party"),
        pytest.param("与菲律宾反政府武装有关。", [], id="against a government"),
        pytest.param("尼日利亚约贝州政府证实。", ["尼日利亚约贝州政府"], id="the government of a state"),
        pytest.param("在北大西洋海域对峙。", [], id="an ocean"),
        pytest.param("右翼利库集团位居第二。", ["利库集团"], id="a party's colour"),
        pytest.param("香港特别行政区不忘初心。", [], id="a region is no body"),
        pytest.param("韩国最大在野党共同民主党提出议案。", ["共同民主党"], id="the party, not what it is"),
    ],
)
def test_bodies(sentence, expected):
    assert bodies_of(sentence) == expected


def test_a_party_group_in_a_list_of_party_groups_is_named_once():
    found = bodies_of("近日，全国人大常委会党组、国务院党组、全国政协党组分别召开会议。")
    assert "国务院党组" in found
    assert not [name for name in found if "党组党组" in name]


def test_a_party_group_of_nobody_in_particular_names_no_body_without_a_name():
    assert "" not in bodies_of("他回到家乡，组建了当地第一个中共党组织“清河党小组”，从事地下工作。")


def test_an_institute_and_its_school():
    assert bodies_of("清华大学国情研究院院长周大川说。") == ["清华大学", "清华大学国情研究院"]


def test_a_numbered_committee_of_another_party():
    found = bodies_of("台湾民主自治同盟第十届中央委员会第二次全体会议召开。")
    assert found == ["台湾民主自治同盟", "台湾民主自治同盟中央委员会"]


def test_words_before_a_body_and_words_that_only_look_like_places():
    held = tenures_of("给予蔚县县委书记林立山处分，对县纪委书记周明远进行组织处理。")
    assert held[1][2] == "中国共产党蔚县纪律检查委员会"
    text = "康保县的单位私设“小金库”。县委书记周明远说。"
    assert [body for _, _, body, _ in tenures_of(text)] == ["中国共产党康保县委员会"]
    assert tenures_of("新区负责人周明远说。") == []
