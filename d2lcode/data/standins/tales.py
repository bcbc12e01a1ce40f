"""Text by sources that are known: two in English, two in Chinese.

A sentence has a subject of one of three kinds: he, she or they. Verb and
pronoun agree with it, however many words come between, so that a model
which looks back only a few letters cannot reach the entropy.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from d2lcode.data.text_set import TextTruth

KINDS = ("he", "she", "they")


@dataclass(frozen=True)
class _Words:
    """The words of a source. Those before are used more often.

    Attributes:
        speakers: what a paragraph begins with; none in a story.
        openings: what a sentence begins with.
        adjectives: before the noun.
        nouns: of each kind.
        places: between the subject and its verb.
        verbs: of each kind.
        objects: what is seen or wanted.
        clauses: of each kind, after the object.
        stops: ends of sentences; the last one ends the paragraph.
    """

    speakers: Sequence[str]
    openings: Sequence[str]
    adjectives: Sequence[str]
    nouns: Mapping[str, Sequence[str]]
    places: Sequence[str]
    verbs: Mapping[str, Sequence[str]]
    objects: Sequence[str]
    clauses: Mapping[str, Sequence[str]]
    stops: Sequence[str]


_ONE = ("sees ", "wants ", "loves ", "remembers ", "finds ", "fears ")
_MANY = ("see ", "want ", "love ", "remember ", "find ", "fear ")
_THEN = ("says nothing", "will go home", "must sleep now", "did not know it")

_STORY = _Words(
    speakers=(),
    openings=("The ", "Once the ", "Today the ", "At night the "),
    adjectives=("old ", "young ", "tired ", "quiet ", "brave ", "poor "),
    nouns={
        "he": ("king ", "sailor ", "boy ", "painter ", "monk "),
        "she": ("queen ", "girl ", "aunt ", "widow ", "nun "),
        "they": ("children ", "soldiers ", "travellers ", "bakers "),
    },
    places=("in the garden ", "by the river ", "behind the house ", "here "),
    verbs={"he": _ONE, "she": _ONE, "they": _MANY},
    objects=(
        "a ship",
        "the moon",
        "the silver clock",
        "an apple",
        "the machine",
        "a letter",
        "the white flower",
        "a lamp",
    ),
    clauses={
        kind: tuple(f" and {kind} {then}" for then in _THEN) for kind in KINDS
    },
    stops=(". ", "! ", "; so it is. ", ".\n\n"),
)

_PLAY = replace(
    _STORY,
    speakers=("DUKE:\n", "ANNA:\n", "First Guard:\n", "FOOL:\n"),
    openings=("The ", "Thy ", "Alas, the ", "My "),
    stops=(";\n", "!\n", ", my lord;\n", ".\n\n"),
)

_SEES = ("看见", "想要", "喜欢", "记得", "找到", "害怕")
_GOES = ("什么也不说", "就回家了", "睡着了", "笑了一笑")

_NOVEL = _Words(
    speakers=("话说", "却说", "且说", "次日，"),
    openings=("那个", "有个", "这里的", "当时"),
    adjectives=("年老的", "年少的", "可怜的", "聪明的", "安静的"),
    nouns={
        "he": ("国王", "和尚", "公子", "船夫", "先生"),
        "she": ("皇后", "姑娘", "夫人", "丫鬟", "尼姑"),
        "they": ("孩子们", "士兵们", "客人们", "小妖们"),
    },
    places=("在花园里", "在河边", "在山上", "在门外"),
    verbs=dict.fromkeys(KINDS, _SEES),
    objects=("一条船", "月亮", "银子", "一封信", "白马", "石头", "一盏灯"),
    clauses={
        kind: tuple(f"，{pronoun}{goes}" for goes in _GOES)
        for kind, pronoun in zip(KINDS, ("他", "她", "他们"), strict=True)
    },
    stops=("；", "！", "……", "。\n"),
)

_JOURNEY = replace(
    _NOVEL,
    speakers=("行者道：", "八戒道：", "沙僧道：", "诗曰："),
    openings=("师父，那", "有个", "前面的", "哥哥，这"),
)

_SOURCES = {
    "play": (_PLAY, "\n\n"),
    "story": (_STORY, "\n\n"),
    "hongloumeng": (_NOVEL, "\n"),
    "xiyouji": (_JOURNEY, "\n"),
}


def source(name: str) -> tuple[TextTruth, str]:
    """Give a source of text, and what its paragraphs end with.

    Raises:
        ValueError: there is none of this name.
    """
    if name not in _SOURCES:
        raise ValueError(
            f"name is {name!r}, expected one of {', '.join(_SOURCES)}"
        )
    words, end = _SOURCES[name]
    return TextTruth(_steps(words), "paragraph"), end


def _steps(words: _Words) -> dict[str, dict[str, tuple[float, str]]]:
    """Build the states: five for all sentences, four for each kind."""
    openings = [(1.0, words.openings, "subject")]
    speakers = [(1.0, words.speakers, "sentence")]
    steps = {"sentence": _split(openings)}
    steps["paragraph"] = _split(speakers if words.speakers else openings)
    nouns = [(1.0, words.nouns[kind], kind) for kind in KINDS]
    every = [(3.0, words.adjectives, "noun"), *nouns]
    steps["subject"], steps["noun"] = _split(every), _split(nouns)
    for kind in KINDS:
        steps |= _of_kind(kind, words)
    return steps


def _of_kind(
    kind: str, words: _Words
) -> dict[str, dict[str, tuple[float, str]]]:
    verbs = (1.0, words.verbs[kind], f"{kind} object")
    places = (1.0, words.places, f"{kind} verb")
    stops = [(2.4, words.stops[:-1], "sentence")]
    stops += [(0.6, words.stops[-1:], "paragraph")]
    clauses = (3.0, words.clauses[kind], "stop")
    return {
        kind: _split([verbs, places]),
        f"{kind} verb": _split([verbs]),
        f"{kind} object": _split([(1.0, words.objects, f"{kind} end")]),
        f"{kind} end": _split([*stops, clauses]),
        "stop": _split(stops),
    }


def _split(
    choices: Sequence[tuple[float, Sequence[str], str]],
) -> dict[str, tuple[float, str]]:
    """Share a state's probability out: by weight, then by Zipf's law."""
    total = sum(weight for weight, _, _ in choices)
    steps = {}
    for weight, words, following in choices:
        ranks = [1 / (i + 1) for i in range(len(words))]
        for word, rank in zip(words, ranks, strict=True):
            p = weight / total * rank / sum(ranks)
            steps[word] = (p, following)
    return steps
