import pytest

from tests.extract.reading_of import people_of, reading_of


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("北京市委书记李强勇强调要抓好落实。", ["李强勇"], id="强调 is not a name's end"),
        pytest.param(
            "总统科瓦申科偕高级官员迎接。",
            ["科瓦申科"],
            id="a transliterated name ends where its characters end",
        ),
        pytest.param("美国国务卿迈克·蓬佩兰定于31日抵达。", ["迈克·蓬佩兰"], id="dots"),
        pytest.param(
            "阿布都克热木·买买提说，日子好了。", ["阿布都克热木·买买提"], id="an ethnic name with a dot"
        ),
        pytest.param(
            "日本首相岸田武雄、德国总理朔尔曼出席。", ["岸田武雄", "朔尔曼"], id="Japanese beside German"
        ),
        pytest.param("孙春山、何立远参加。", ["何立远", "孙春山"], id="bare names in a list before a verb"),
        pytest.param("以周明远同志为核心的党中央", ["周明远"], id="同志"),
        pytest.param("学习贯彻周明远新时代理论思想。", [], id="a doctrine names nobody"),
        pytest.param("高度评价双方合作，明确要求落实。", [], id="words that look like names"),
        pytest.param("中国和美国、日本和韩国的代表参加。", [], id="countries are nobody"),
        pytest.param(
            "俄罗斯总统彼得连科和伊朗总统鲁哈连出席。",
            ["彼得连科", "鲁哈连"],
            id="a name ends before the next country",
        ),
        pytest.param(
            "美国总统雷文斯基宣布任命卡尔·海姆为特使。",
            ["卡尔·海姆", "雷文斯基"],
            id="a deed parts two names",
        ),
        pytest.param("今天上午，我同亚兰总统一致决定合作。", ["亚兰"], id="同 is no surname"),
        pytest.param("特区政府保安局局长于当天致函立法会主席。", [], id="nor is 于 before a day"),
        pytest.param("德国总统科尔和总理哈默尔出席。", ["哈默尔", "科尔"], id="和 before the next post"),
        pytest.param("中央决定：巴音朝鲁同志任书记。", [], id="no part of a longer word"),
        pytest.param("国务委员王力同、外交部长张三山出席。", ["张三山", "王力同"], id="同 may end a name"),
        pytest.param("选管会主席冯骏指，无须排队。", ["冯骏"], id="指 says"),
        pytest.param("陈老师、林督察和吴先生到场，刘回应称没有。", [], id="a surname and a form of address"),
        pytest.param("特首林陈月娟出席，林陈又指要投票。", ["林陈月娟"], id="a double surname alone"),
        pytest.param("核动力航母“乔治·雷文”号驶入。", [], id="a ship names nobody"),
        pytest.param(
            "沙地阿拉伯记者卡舒文（Jamal Raven）遇害，检察官米尔（Robert Hill）调查。",
            ["卡舒文", "米尔"],
            id="a Latin form in brackets",
        ),
        pytest.param(
            "张崧文：这证明有实力。\n李韬远：会更好。\n张崧文：很难。\n李韬远：不会。",
            ["张崧文", "李韬远"],
            id="who speaks in a dialogue",
        ),
        pytest.param("海信、康佳等厂商和秦皇岛、上海的代表参加。", [], id="firms and places"),
        pytest.param(
            "方增文、尚长明、秦怡芳、焦晃等12人获奖。",
            ["尚长明", "方增文", "焦晃", "秦怡芳"],
            id="a rare name between others in a list",
        ),
        pytest.param("毛竹村今年丰收。李家庄码头开工。", [], id="villages"),
        pytest.param("在茹科斯基城举行航展。", [], id="a town abroad"),
        pytest.param("纪念“一二·九”运动。", [], id="a day in numerals"),
        pytest.param("周老板说，生意好。", [], id="a form of address"),
        pytest.param("这位农村妇女，如今会了。", [], id="two words"),
        pytest.param(
            "应阿尔及利亚民族院议长本·萨拉姆邀请，抵达。",
            ["本·萨拉姆"],
            id="应 before a country, 本 before a dot",
        ),
        pytest.param("举办世界屋脊·神奇之旅活动。", [], id="a motto with a dot"),
        pytest.param("孟方希望同中方合作。", [], id="a side and its verb"),
        pytest.param("谢谢杨禹安先生的分析。", ["杨禹安"], id="thanks are no surname"),
        pytest.param("菲国总统与人民向他致敬。", [], id="a country in two characters"),
        pytest.param("洪泽湖遭遇冰冻。", [], id="a lake"),
        pytest.param("文莱达鲁萨兰国苏丹哈桑·博尔纳访问。", ["哈桑·博尔纳"], id="behind a ruler's title"),
        pytest.param("美国总统特朗西上台后宣布。", ["特朗西"], id="came to power"),
        pytest.param("我们代表全中国的青年。", [], id="all of a country"),
        pytest.param("副主席艾力江·托合提明出席。", ["艾力江·托合提明"], id="a Uyghur's name"),
        pytest.param("罗纳德·里克国家机场发生险情。", [], id="an airport"),
    ],
)
def test_people(sentence, expected):
    assert people_of(sentence) == expected


def test_the_person_whose_words_the_headline_announces():
    text = "主席马立发内部邮件称要改进。马立\n2011年"
    assert people_of(text, "马立：我很痛苦") == ["马立"]


def test_a_short_form_refers_to_the_full_name():
    reading = reading_of("美国国防部长马克·埃斯兰抵达首尔。埃斯兰说，会晤有益。")
    last = reading.people[-1]
    assert (last.name, last.is_reference) == ("马克·埃斯兰", True)


def test_a_longer_name_does_not_swallow_its_neighbour():
    assert people_of("书记魏凤禾受贿案开庭。魏凤禾认罪。") == ["魏凤禾"]
