"""How words are held by texts, spelled in pinyin, misspelt, and taken for parts of names."""

from __future__ import annotations

import pytest

from qa.linking.mentions import Kind, Mention
from qa.linking.misspelt import homophone, misspelt_name, sound_of, sounding_parts
from qa.linking.partial import Pools, Stretch, held_letters, part_of_names, stretch
from qa.linking.pinyin import sound, sounds, spelled
from qa.overlap import Overlap, pairs

# --- pairs of letters ---


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("政务外网", ["政务", "务外", "外网"]),
        ("网", ["网"]),
        ("gb/t 20988-2007第5级", ["gb/t", "20988-2007", "第", "5", "级"]),
        ("一,二", ["一", "二"]),
        ("", []),
    ],
)
def test_pairs(text, found):
    assert pairs(text) == found


TEXTS = Overlap(["政务外网的主要运维内容", "政务云的运营", "数据运营服务"])
FIRST, SECOND, THIRD = TEXTS.texts


def test_a_rare_pair_weighs_more_than_a_common_one():
    assert TEXTS.weight("外网") > TEXTS.weight("政务")
    assert TEXTS.weight("没有") > TEXTS.weight("外网")


def test_letters_are_held_by_any_pair_around_them():
    assert TEXTS.held(["政务外网运维"], FIRST) == 1
    assert TEXTS.held(["政务外网运维"], THIRD) == 0
    assert 0 < TEXTS.held(["政务外网运维"], SECOND) < 0.5
    assert TEXTS.held([], FIRST) == 0


def test_known_words_and_each_of_several():
    assert TEXTS.knows("政务外网")
    assert not TEXTS.knows("政务运营服务")
    assert not TEXTS.knows("")
    assert TEXTS.holds_each(["政务", "运维"], FIRST)
    assert not TEXTS.holds_each(["政务", "数据"], FIRST)
    assert TEXTS.spoken("政务天气") == ("政务",)


# --- pinyin ---

BY_SOUND = {
    "shuju": "数据",
    "yunying": "运营",
    "fuwufei": "服务费",
    "shujuyunying": "数据运营",
    "fuwu": "服务",
}


def test_sounds_prefer_the_longer_phrase_and_leave_latin_out():
    assert sounds(["预算", "budget", "2021年", "三公经费"]) == {
        "yusuan": "预算",
        "2021nian": "2021年",
        "sangongjingfei": "三公经费",
    }
    assert sound("赁") == "lin"
    assert sound("a") == "a"


@pytest.mark.parametrize(
    ("run", "phrase"),
    [
        ("shuju yunying fuwufei", "数据运营服务费"),
        ("shujuyunyingfuwufei", "数据运营服务费"),
        ("shu'ju", "数据"),
        ("fuwu", None),
        ("shujubudget", None),
        ("hello there", None),
        ("", None),
    ],
)
def test_spelled(run, phrase):
    assert spelled(run, BY_SOUND) == phrase


# --- parts of names ---

POOLS = Pools(
    projects=frozenset({"一网通办运营服务费", "数据运营服务费"}),
    names=frozenset({"机关事业单位基本养老保险缴费", "租赁费", "其他行政事业单位养老支出"}),
    stated=frozenset({"面向中小企业预留政府采购项目", "事业编制", "人员编制", "行政编制"}),
    titles=frozenset({"上海市公共数据开放暂行办法"}),
)


def whole(text):
    return Stretch(0, len(text), frozenset(range(len(text))))


@pytest.mark.parametrize(
    ("words", "kind", "names"),
    [
        ("一网通办运营", Kind.NAME, ("一网通办运营服务费",)),
        ("运营服务", Kind.NAME, ("数据运营服务费", "一网通办运营服务费")),
        ("养老保险", Kind.NAME, ("机关事业单位基本养老保险缴费",)),
        ("中小企业预留采购", Kind.NAME, ("面向中小企业预留政府采购项目",)),
        ("编制", Kind.NAME, ("人员编制",)),
        ("公共数据开放办法", Kind.CITED, ("上海市公共数据开放暂行办法",)),
    ],
)
def test_part_of_names(words, kind, names):
    mention = part_of_names(words, whole(words), POOLS)
    assert mention is not None
    assert (mention.kind, mention.values, mention.rule) == (kind, names, "part of a name")


@pytest.mark.parametrize("words", ["电费", "单位", "一网统管", "数据天气", "市公", "x"])
def test_too_little_or_too_much_is_part_of_none(words):
    assert part_of_names(words, whole(words), POOLS) is None


def test_every_open_letter_must_be_held():
    assert held_letters("养老保险费", "基本养老保险缴费", whole("养老保险费")) == frozenset()
    assert held_letters("养老保险", "基本养老保险缴费", whole("养老保险")) == {0, 1, 2, 3}
    assert held_letters("的养老保险", "基本养老保险缴费", Stretch(0, 5, frozenset({1, 2}))) == {1, 2, 3, 4}


def test_a_stretch_takes_in_the_fillers_beside_it():
    mentions = [
        Mention(0, 1, "的", Kind.FILLER, (), "filler"),
        Mention(3, 4, "的", Kind.FILLER, (), "filler"),
        Mention(4, 6, "多少", Kind.CUE, ("amount",), "cue"),
    ]
    assert stretch("的养老的多少", mentions, (1, 3)) == Stretch(0, 4, frozenset({1, 2}))


# --- misspelt ---

FORMS = {
    "租赁费": ("租赁费",),
    "物业管理费": ("物业管理费",),
    "公务用车运行维护费": ("公务用车运行维护费",),
    "电费": ("电费",),
    "硕士研究生": ("硕士研究生",),
}


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("租凭费", "租赁费"),
        ("租赁废", "租赁费"),
        ("物业管里费", "物业管理费"),
        ("公务用车运行唯护费", "公务用车运行维护费"),
        ("公务用车运行猫护费", "公务用车运行维护费"),
        ("租费赁", "租赁费"),
    ],
)
def test_one_slip_is_forgiven(written, name):
    wrong = frozenset(at for at, (a, b) in enumerate(zip(written, name, strict=True)) if a != b)
    mention = misspelt_name(written, Stretch(0, len(written), wrong), FORMS)
    assert mention is not None
    assert (mention.text, mention.values, mention.rule) == (written, (name,), "misspelt")


@pytest.mark.parametrize("written", ["租地费", "天费", "租凭非", "办公费", "业管理", "博士研究生"])
def test_another_word_is_no_slip(written):
    assert misspelt_name(written, whole(written), FORMS) is None


def test_names_that_sound_alike():
    mention = sounding_parts("一往通班", whole("一往通班"), ["一网通办运营服务费", "数据运营服务费"])
    assert mention is not None
    assert (mention.values, mention.rule) == (("一网通办运营服务费",), "sounds alike")
    assert sounding_parts("天气", whole("天气"), ["数据运营服务费"]) is None


def test_dialects_confuse_finals_and_initials():
    assert sound_of("城") == sound_of("岑")
    assert sound_of("张") == sound_of("脏")


def test_a_homophone_keeps_one_right_letter():
    by_sound = {"yusuan": "预算"}
    assert homophone("予算多少", Stretch(0, 4, frozenset({0})), by_sound) == (0, 2, "预算")
    assert homophone("予蒜多少", Stretch(0, 4, frozenset({0, 1})), by_sound) is None
