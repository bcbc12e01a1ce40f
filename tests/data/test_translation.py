"""Sentence pairs: normalised, split, and a grammar that can translate."""

import re
import zipfile

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from d2lcode import data
from d2lcode.data import pair_set, registry, sentences
from d2lcode.data.standins import phrases
from d2lcode.data.store import Files

CHOICES = [("fra-eng", 1), ("eng-cmn", 0)]
LANGUAGES = ("English", "French", "Chinese")


@pytest.fixture(scope="module", params=CHOICES, ids=lambda c: c[0])
def made(request):
    pair, english = request.param
    return pair, english, data.translation(pair, stand_in=True)


def parts(d):
    return {"train": d.train, "valid": d.valid, "test": d.test}


# --- normalising


@pytest.mark.parametrize(
    ("sentence", "language", "expected"),
    [
        ("Run!", "English", "run !"),
        ("I'm OK.", "English", "i 'm ok ."),
        ("Don’t, “Tom”.", "English", "don 't , “tom” ."),
        ('He said: "No?"', "English", 'he said : " no ? "'),
        ("It's 2:30, or 3.5.", "English", "it 's 2:30 , or 3.5 ."),
        ("Courez\u202f!", "French", "courez !"),
        ("Ça\xa0va\u2009?", "French", "ça va ?"),
        ("C\u0327a va", "French", "ça va"),
        ("J’ai l'eau.", "French", "j' ai l' eau ."),
        ("« Va\u200b-t'en ! »", "French", "« va-t' en ! »"),
        ("我沒事。", "Chinese", "我 沒 事 。"),
        ("你好吗?", "Chinese", "你 好 吗 ？"),
        ("我2:30起床,Tom.", "Chinese", "我 2:30 起 床 ， tom ."),
        ("  ", "English", ""),
    ],
)
def test_sentences_are_normalised(sentence, language, expected):
    assert sentences.normalise(sentence, language) == expected


def test_lines_stay_lines():
    text = "I'm 19.\n\n.5 is it?\nNo"
    found = sentences.normalise(text, "English")
    assert found == "i 'm 19 .\n\n. 5 is it ?\nno"


@given(st.text(max_size=40), st.sampled_from(LANGUAGES))
def test_spaces_are_single_and_none_is_outside(sentence, language):
    found = sentences.normalise(sentence, language).split("\n")
    assert found == [" ".join(line.split()) for line in found]
    assert len(found) == sentence.count("\n") + 1


@given(st.text("abÇé.,!?'’ 19«»", max_size=30), st.sampled_from(LANGUAGES))
def test_no_letter_is_lost(sentence, language):
    def letters(text):
        return re.sub(r"[\s'’,，!！?？]", "", text.lower())

    found = sentences.normalise(sentence, language)
    assert letters(found) == letters(sentence)


def test_another_language_is_refused():
    with pytest.raises(ValueError, match="language is 'German', expected Eng"):
        sentences.normalise("Los!", "German")


# --- reading


def test_lines_become_pairs():
    text = "Go.\tVa !\r\nHi.\tSalut !\tCC-BY 2.0\n\n"
    assert sentences.parse(text) == [("Go.", "Va !"), ("Hi.", "Salut !")]


@pytest.mark.parametrize("line", ["Go.", "Go.\t", "\tVa !", "<html>"])
def test_a_line_without_two_sides_is_refused(line):
    with pytest.raises(ValueError, match=r"line 2 is .*, expected English, a"):
        sentences.parse(f"Hi.\tSalut !\n{line}\n")


def test_a_real_archive_is_read(tmp_path):
    path = tmp_path / "fra-eng.zip"
    with zipfile.ZipFile(path, "w") as packed:
        lines = [f"I see {i}.\tJe vois {i}.\n" for i in range(200)]
        packed.writestr("fra.txt", "".join(lines))
    files = Files(registry.entry("french_english"), {"archive": path}, "here")
    d = sentences._read(files, "fra-eng", None)
    assert sum(len(s) for s in parts(d).values()) == 200
    for x, y in zip(d.train.x, d.train.y, strict=True):
        assert x.replace("je vois", "i see") == y


# --- splitting

ENGLISH = [f"sentence {i} ." for i in range(2000)]


def test_a_sentence_stays_in_its_part():
    """Whatever else is there, and however long its neighbours are."""
    pairs = [(f"phrase {i} .", e) for i, e in enumerate(ENGLISH)]
    whole = pair_set.split_pairs(pairs, 1)
    half = pair_set.split_pairs(pairs[::-2], 1)
    for large, small in zip(whole, half, strict=True):
        assert set(small.y) <= set(large.y)
    assert [len(s) / 2000 for s in whole] == pytest.approx(
        [0.9, 0.05, 0.05], abs=0.02
    )


def test_all_translations_of_a_sentence_are_in_one_part():
    pairs = [
        (f"phrase {i} {j}", e) for i, e in enumerate(ENGLISH) for j in "ab"
    ]
    train, valid, test = pair_set.split_pairs(pairs, 1)
    for one, other in ((train, valid), (train, test), (valid, test)):
        assert not set(one.y) & set(other.y)
    assert len(train) + len(valid) + len(test) == 4000
    assert train.y[::2] == train.y[1::2]


@pytest.mark.parametrize("english", [0, 1])
def test_no_translation_is_in_two_parts(english):
    """Many English sentences share a translation; it stays in the last."""
    pairs = [(f"phrase {i % 100}", e) for i, e in enumerate(ENGLISH)]
    pairs = pairs if english else [p[::-1] for p in pairs]
    train, valid, test = pair_set.split_pairs(pairs, english)
    sides = [(s.x, s.y)[1 - english] for s in (train, valid, test)]
    assert not set(sides[0]) & set(sides[2])
    assert not set(sides[0]) & set(sides[1])
    assert not set(sides[1]) & set(sides[2])
    assert len(test) == pytest.approx(100, abs=40)


def test_what_is_in_two_parts_does_not_depend_on_max_words():
    pairs = [(f"phrase {i % 100}", f"{e} {'x ' * (i % 3)}") for i, e in
             enumerate(ENGLISH)]  # fmt: skip
    for whole, short in zip(
        pair_set.split_pairs(pairs, 1),
        pair_set.split_pairs(pairs, 1, max_words=4),
        strict=True,
    ):
        expected = [y for y in whole.y if len(y.split()) <= 4]
        assert list(short.y) == expected


def test_repeated_pairs_are_left_out():
    parts_of = pair_set.split_pairs([("va !", "go !")] * 3, 1)
    assert sum(map(len, parts_of)) == 1


def test_the_first_pairs_are_not_the_shortest():
    pairs = [
        (f"p {i}", "word " * (1 + i // 200) + str(i)) for i in range(2000)
    ]
    train, _, _ = pair_set.split_pairs(pairs, 1)
    lengths = [len(y.split()) for y in train.y]
    assert np.mean(lengths[:300]) == pytest.approx(np.mean(lengths), rel=0.1)


# --- splits


def test_a_split_is_cut_as_one():
    split = data.PairSplit(("a", "b", "c"), ("1", "2", "3"))
    assert split[1:].x == ("b", "c")
    assert split[np.array([2, 0])].y == ("3", "1")
    assert split[np.array([True, False, False])].x == ("a",)
    assert repr(split) == "PairSplit(3 pairs)"
    with pytest.raises(TypeError, match="rows is 1, expected a slice"):
        split[1]
    with pytest.raises(IndexError):
        split[np.array([3])]
    with pytest.raises(ValueError, match=r"y has 1 sentences, exp.* 2"):
        data.PairSplit(("a", "b"), ("1",))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            {"pair": "eng-fra"},
            "pair is 'eng-fra', expected fra-eng or eng-cmn",
        ),
        ({"max_words": 0}, "max_words is 0; expected"),
        ({"max_words": 2.5}, "max_words is 2.5; expected"),
    ],
)
def test_arguments_out_of_range_are_refused(arguments, words):
    with pytest.raises(ValueError, match=words):
        data.translation(**arguments)


# --- the stand-in


def test_the_stand_in_says_that_it_is_one(made):
    pair, _, d = made
    assert not d.real
    assert "(NOT the real data, but a stand-in, sentences of a " in repr(d)
    assert d.languages == sentences.PAIRS[pair].languages
    assert sum(len(s) for s in parts(d).values()) == phrases.PAIRS
    assert min(len(d.valid), len(d.test)) > 0.045 * phrases.PAIRS


def test_its_truth_translates_every_sentence(made):
    _, _, d = made
    for split in (d.test, d.train[:2000]):
        assert [d.truth(x) for x in split.x] == list(split.y)


def test_no_sentence_of_it_has_two_translations(made):
    _, _, d = made
    every = [p for s in parts(d).values() for p in zip(s.x, s.y, strict=True)]
    assert (
        len(every) == len({x for x, _ in every}) == len({y for _, y in every})
    )


def test_its_sentences_are_normalised(made):
    _, _, d = made
    for side, language in zip((d.test.x, d.test.y), d.languages, strict=True):
        for sentence in side:
            assert sentences.normalise(sentence, language) == sentence


def test_it_has_enough_short_sentences(made):
    pair, _, d = made
    short = data.translation(pair, max_words=9, stand_in=True)
    assert len(short.train) > 5000
    assert max(len(s.split()) for s in (*short.train.x, *short.train.y)) == 9
    assert set(short.test.x) <= set(d.test.x)


def test_it_is_the_same_every_time(made):
    pair, _, d = made
    again = data.translation(pair, stand_in=True)
    assert again.train.x == d.train.x
    assert again.test.y == d.test.y


def test_what_is_no_sentence_of_it_is_refused(made):
    _, _, d = made
    for sentence in (
        "",
        ".",
        d.test.x[0] + " .",
        "le roi voit .",
        "the king .",
    ):
        with pytest.raises(ValueError, match="expected one of the small gram"):
            d.truth(sentence)


@pytest.mark.parametrize(
    ("number", "french", "english", "chinese"),
    [
        (1, "un", "one", "一"),
        (10, "dix", "ten", "十"),
        (17, "dix sept", "seventeen", "十七"),
        (20, "vingt", "twenty", "二十"),
        (21, "vingt et un", "twenty one", "二十一"),
        (61, "soixante et un", "sixty one", "六十一"),
        (70, "soixante dix", "seventy", "七十"),
        (71, "soixante et onze", "seventy one", "七十一"),
        (77, "soixante dix sept", "seventy seven", "七十七"),
        (80, "quatre vingts", "eighty", "八十"),
        (81, "quatre vingt un", "eighty one", "八十一"),
        (91, "quatre vingt onze", "ninety one", "九十一"),
        (99, "quatre vingt dix neuf", "ninety nine", "九十九"),
    ],
)
def test_numbers_in_words(number, french, english, chinese):
    spelt = [
        phrases.spell(number, k) for k in ("French", "English", "Chinese")
    ]
    assert spelt == [french, english, chinese]


def test_every_number_has_its_own_words():
    for language in LANGUAGES:
        spelt = {phrases.spell(n, language) for n in range(1, 100)}
        assert len(spelt) == 99
        for number in (0, 100):
            with pytest.raises(ValueError, match=f"number is {number}"):
                phrases.spell(number, language)


def test_the_order_of_words_differs():
    queen, books = phrases.Group(1, 0, 1), phrases.Group(7, 2, 21)
    tables = phrases.Group(8, 2, 2)
    meaning = phrases.Meaning(queen, 0, True, books, 1)
    assert phrases.say(meaning, "English") == (
        "the black queen does not see twenty one white books in the garden ."
    )
    assert phrases.say(meaning, "French") == (
        "la reine noire ne voit pas vingt et un livres blancs dans le jardin ."
    )
    chinese = phrases.say(meaning, "Chinese").replace(" ", "")
    assert chinese == "黑王后在花园里没有看见二十一本白书。"
    meaning = phrases.Meaning(tables, 0, False, tables, 0)
    assert phrases.say(meaning, "French") == (
        "deux tables blanches voient deux tables blanches ."
    )


def test_one_of_many_feminine_things_is_feminine():
    meaning = phrases.Meaning(
        phrases.Group(0, None, 1), 0, False, phrases.Group(8, None, 31), 0
    )
    assert "trente et une tables" in phrases.say(meaning, "French")


def test_missing_data_say_so(home, monkeypatch, capsys):
    monkeypatch.setenv("D2LCODE_OFFLINE", "1")
    for pair, file in (("fra-eng", "fra-eng.zip"), ("eng-cmn", "cmn.txt")):
        assert not data.translation(pair).real
        said = capsys.readouterr().err
        assert f"data.translation('{pair}', stand_in=False) says" in said
        with pytest.raises(data.DataUnavailableError, match=re.escape(file)):
            data.translation(pair, stand_in=False)
    assert set(data.used()) == {"french_english", "english_chinese"}


def test_a_damaged_archive_is_refused(home, monkeypatch, capsys):
    monkeypatch.setenv("D2LCODE_OFFLINE", "1")
    (home / "french-english").mkdir(parents=True)
    (home / "french-english" / "fra-eng.zip").write_bytes(b"<html>gone</html>")
    with pytest.raises(
        data.DataUnavailableError, match="an HTML page, not fr"
    ):
        data.translation(stand_in=False)


# --- the real data


@pytest.mark.usefixtures("real_data")
@pytest.mark.parametrize(
    ("pair", "counts"),
    [("fra-eng", (126_875, 7094, 7154)), ("eng-cmn", (18_010, 998, 1014))],
)
def test_the_real_pairs(pair, counts):
    d = data.translation(pair, stand_in=False)
    assert d.real
    assert d.truth is None
    assert tuple(len(s) for s in parts(d).values()) == counts
    for side in ("x", "y"):
        train, valid, test = (set(getattr(s, side)) for s in parts(d).values())
        assert not train & valid
        assert not train & test
        assert not valid & test
        assert "" not in train
    known = {
        "fra-eng": {
            "je suis optimiste de nature .",
            "i am an optimist by nature .",
            "he slammed his door shut .",
        },
        "eng-cmn": {"我 沒 事 。", "i 'm ok ."},
    }
    every = {s for p in parts(d).values() for s in (*p.x, *p.y)}
    assert known[pair] <= every
    words = " ".join(every)
    assert not set(words) & set("\u202f\xa0\u2009\u200b’")


@pytest.mark.usefixtures("real_data")
def test_short_real_pairs():
    d = data.translation(max_words=9, stand_in=False)
    assert len(d.train) > 80_000
    assert max(len(s.split()) for s in (*d.train.x, *d.train.y)) == 9
