"""Books as text, and sources whose entropy is known."""

import gzip
import hashlib
import math
import re

import numpy as np
import pytest

from d2lcode import data
from d2lcode.data import registry, text_set, texts
from d2lcode.data.standins import tales

LOADERS = {
    "play": data.tiny_shakespeare,
    "story": data.time_machine,
    "hongloumeng": data.chinese_classics,
    "xiyouji": lambda **kw: data.chinese_classics("xiyouji", **kw),
}
LENGTHS = {
    "play": 1_115_394,
    "story": 178_979,
    "hongloumeng": 841_553,
    "xiyouji": 661_274,
}
ENDS = {"play": "\n\n", "story": "\n\n", "hongloumeng": "\n", "xiyouji": "\n"}


@pytest.fixture(scope="module", params=LOADERS)
def made(request):
    return request.param, LOADERS[request.param](stand_in=True)


# --- a source of text


def coin(p=0.25):
    return data.TextTruth({"s": {"a": (p, "s"), "bb": (1 - p, "s")}}, "s")


def test_the_entropy_of_a_coin():
    """0.25 · log 4 + 0.75 · log 4/3 nats, over 1.75 letters a throw."""
    nats = 0.25 * math.log(4) + 0.75 * math.log(4 / 3)
    assert coin().entropy == pytest.approx(nats / 1.75)


def test_the_entropy_of_a_walk():
    """State s is visited twice as often as t, which is always one "c"."""
    steps = {
        "s": {"a": (0.5, "s"), "b": (0.5, "t")},
        "t": {"c": (1.0, "s")},
    }
    truth = data.TextTruth(steps, "s")
    assert truth.entropy == pytest.approx(2 / 3 * math.log(2))


def test_the_loss_of_a_text():
    nats = math.log(4) + 2 * math.log(4 / 3)
    assert coin().loss("abbbb") == pytest.approx(nats / 5)


def test_a_text_may_end_within_a_piece():
    assert coin().loss("ab") == pytest.approx(
        (math.log(4) + math.log(4 / 3)) / 2
    )
    steps = {"s": {"xy": (0.5, "s"), "xz": (0.3, "s"), "w": (0.2, "s")}}
    truth = data.TextTruth(steps, "s")
    assert truth.loss("x") == pytest.approx(-math.log(0.8))


@pytest.mark.parametrize("text", ["aXb", "ba", "c"])
def test_what_the_source_cannot_write_is_refused(text):
    with pytest.raises(ValueError, match=r"text has .*expected the b"):
        coin().loss(text)


def test_an_empty_text_is_refused():
    with pytest.raises(ValueError, match="text is empty"):
        coin().loss("")


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ({"s": {"a": (0.5, "s")}}, r"steps\['s'\] adds up to 0.5, not 1"),
        ({"s": {"a": (1.0, "t")}}, r"steps lacks \['t'\]"),
        ({"s": {"a": (0.5, "s"), "ab": (0.5, "s")}}, "'a', which begins 'ab'"),
        ({"s": {"": (1.0, "s")}}, "has '', which begins ''"),
    ],
)
def test_a_source_that_cannot_be_read_back_is_refused(steps, words):
    with pytest.raises(ValueError, match=words):
        data.TextTruth(steps, "s")


def test_what_is_written_is_long_enough_and_ends_at_the_start():
    steps = {"s": {"a": (0.5, "s"), "b": (0.5, "t")}, "t": {"c": (1.0, "s")}}
    for length in (1, 2, 255, 256, 257, 1000):
        text = data.TextTruth(steps, "s").write(length)
        assert length <= len(text) <= length + 1
        assert not text.endswith("b")


def test_what_is_written_has_the_right_frequencies():
    text = coin(0.3).write(100_000, seed=3)
    throws = text.count("a") + text.count("bb")
    assert text.count("a") / throws == pytest.approx(0.3, abs=0.01)


def test_the_seed_decides_what_is_written():
    assert coin().write(200, seed=1) == coin().write(200, seed=1)
    assert coin().write(200, seed=1) != coin().write(200, seed=2)
    with pytest.raises(ValueError, match="length is 0"):
        coin().write(0)
    with pytest.raises(ValueError, match="seed is -1"):
        coin().write(5, seed=-1)


# --- the stand-ins


def test_the_stand_in_has_the_shape_of_the_real(made):
    name, d = made
    assert not d.real
    assert "NOT the real data, but a stand-in, written by a source" in repr(d)
    whole = d.train + d.valid + d.test
    assert d.text == whole
    assert LENGTHS[name] <= len(whole) < LENGTHS[name] + 2000
    assert len(d.train) / len(whole) == pytest.approx(0.9, abs=0.005)
    assert len(d.test) / len(whole) == pytest.approx(0.05, abs=0.005)
    assert all(s.endswith(ENDS[name]) for s in (d.train, d.valid, d.test))


def test_every_part_of_the_stand_in_begins_with_a_paragraph(made):
    """So that the source can say what is reached on it: near its entropy."""
    _, d = made
    for part in (d.valid, d.test):
        assert d.truth.loss(part) == pytest.approx(d.truth.entropy, rel=0.03)


def test_no_n_gram_beats_the_entropy(made):
    """Not even the 4-gram, which has all the text it needs."""
    _, d = made
    losses = [ngram_loss(d.train, d.test, n) for n in (1, 2, 4)]
    assert losses == sorted(losses, reverse=True)
    assert losses[-1] > 1.03 * d.truth.loss(d.test)


def ngram_loss(train, test, n):
    """−log p of the next character after n − 1, of smoothed counts."""
    size = len(set(train))
    counts, before = {}, {}
    for i in range(len(train) - n + 1):
        key = train[i : i + n]
        counts[key] = counts.get(key, 0) + 1
        before[key[:-1]] = before.get(key[:-1], 0) + 1
    nats = [
        math.log(before.get(k[:-1], 0) + 0.01 * size)
        - math.log(counts.get(k, 0) + 0.01)
        for k in (test[i : i + n] for i in range(len(test) - n + 1))
    ]
    return np.mean(nats)


def test_pronouns_agree_with_their_subject():
    truth, _ = tales.source("story")
    sentences = re.split("[.!;]", truth.write(50_000))
    assert sum(" and he " in sentence for sentence in sentences) > 100
    for sentence in sentences:
        for noun, other in (("queen ", " and he "), ("king ", " and she ")):
            assert not (noun in sentence and other in sentence)
        if "children " in sentence:
            assert " sees " not in sentence


def test_chinese_stand_ins_are_chinese():
    for name in texts.CLASSICS:
        d = data.chinese_classics(name, stand_in=True)
        assert not any(c.isascii() for c in set(d.text) - {"\n"})
        assert d.title == texts.CLASSICS[name]


def test_the_stand_in_is_the_same_every_time(made):
    name, d = made
    digest = hashlib.sha256(d.text.encode()).hexdigest()
    again = LOADERS[name](stand_in=True).text.encode()
    assert hashlib.sha256(again).hexdigest() == digest


def test_other_names_are_refused():
    with pytest.raises(ValueError, match="name is 'jinpingmei', expected one"):
        data.chinese_classics("jinpingmei")
    with pytest.raises(ValueError, match="name is 'poem', expected one of pl"):
        tales.source("poem")


# --- reading


def test_a_text_is_cut_behind_paragraphs():
    text = "".join(f"paragraph {i}\n\n" for i in range(10, 100))
    parts = text_set.split_text(text, "\n\n")
    assert "".join(parts) == text
    assert [p.count("\n\n") for p in parts] == [82, 4, 4]
    assert all(p.startswith("paragraph ") for p in parts)


@pytest.mark.parametrize("text", ["", "abc", "a\n\n", 95 * "a" + "\n\n"])
def test_a_text_without_paragraphs_cannot_be_cut(text):
    with pytest.raises(ValueError, match="expected an end of a paragraph"):
        text_set.split_text(text, "\n\n")


def test_a_paragraph_becomes_a_line():
    text = "《书》\r\n\r\n\r\n第一回  甲\r\n\r\n    \t\t\r\n    他说．\r\n"
    assert texts.tidy(text) == "《书》\n第一回  甲\n他说。\n"


def test_a_damaged_book_is_refused(home, monkeypatch, capsys):
    monkeypatch.setenv("D2LCODE_OFFLINE", "1")
    folder = home / "chinese-classics"
    folder.mkdir(parents=True)
    whole = gzip.compress("话说".encode() * 1000)
    (folder / "hongloumeng.txt.gz").write_bytes(whole[:-9])
    with pytest.raises(data.DataUnavailableError, match="cut short"):
        data.chinese_classics(stand_in=False)


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("name", LOADERS)
def test_missing_data_say_so(name, monkeypatch, capsys):
    monkeypatch.setenv("D2LCODE_OFFLINE", "1")
    d = LOADERS[name]()
    assert not d.real
    assert f"the real {d.title} cannot be had" in capsys.readouterr().err
    with pytest.raises(data.DataUnavailableError, match=r"By hand: put .*txt"):
        LOADERS[name](stand_in=False)


def test_the_classics_arrive_unpacked(home, server, monkeypatch):
    """Their public address gives the text that the .gz here holds."""
    text = "第一回\r\n\r\n    话说天下大势。\r\n\r\n".encode() * 50
    server.serve({"book.txt": text})
    file = registry.File(
        "hongloumeng.txt.gz",
        "hongloumeng",
        hashlib.sha256(text).hexdigest(),
        len(text),
        (f"{server.url}/book.txt",),
    )
    entry = registry.Entry("chinese_classics", "C", "classics", (file,))
    monkeypatch.setattr(registry, "entry", lambda _: entry)
    d = data.chinese_classics(stand_in=False)
    assert d.text == "第一回\n话说天下大势。\n" * 50


# --- the real data

REAL = {
    "play": ("First Citizen:\nBefore", 1_115_394, 65),
    "story": ("The Time Machine, by H. G. Wells [1898]", 178_979, 70),
    "hongloumeng": ("《红楼梦》曹雪芹\n第一回", 841_553, 4530),
    "xiyouji": ("《西游记》吴承恩（明）\n第一回", 661_274, 4506),
}


@pytest.mark.usefixtures("real_data")
@pytest.mark.parametrize("name", LOADERS)
def test_the_real_text(name):
    d = LOADERS[name](stand_in=False)
    begin, length, characters = REAL[name]
    assert d.real
    assert d.truth is None
    assert d.train.startswith(begin)
    assert len(d.text) == length
    assert len(set(d.text)) == characters
    assert min(len(d.valid), len(d.test)) > 0.045 * length
    for part in (d.train, d.valid):
        assert part.endswith(ENDS[name])
    assert not set(d.text) & {"\r", "．", "\t"}
