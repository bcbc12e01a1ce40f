"""Sentences of a small grammar, in French, English and Chinese.

Every sentence says one thing that each language has one way to say. What
differs is where things stand: an adjective follows its noun in French, a
negation encloses the verb there and needs “does” in English, a place comes
before the verb in Chinese. Numbers are written out: ninety seven is
quatre vingt dix sept.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

PAIRS = 30_000
"""How many pairs stand in for the real ones."""

# English and its plural; French, its plural and gender; Chinese and the
# measure word it is counted with.
_NOUNS = (
    ("king", "kings", "roi", "rois", "m", "国王", "位"),
    ("queen", "queens", "reine", "reines", "f", "王后", "位"),
    ("cat", "cats", "chat", "chats", "m", "猫", "只"),
    ("dog", "dogs", "chien", "chiens", "m", "狗", "条"),
    ("girl", "girls", "fille", "filles", "f", "姑娘", "个"),
    ("doctor", "doctors", "docteur", "docteurs", "m", "医生", "名"),
    ("boat", "boats", "bateau", "bateaux", "m", "船", "艘"),
    ("book", "books", "livre", "livres", "m", "书", "本"),
    ("table", "tables", "table", "tables", "f", "桌子", "张"),
    ("letter", "letters", "lettre", "lettres", "f", "信", "封"),
    ("lamp", "lamps", "lampe", "lampes", "f", "灯", "盏"),
    ("key", "keys", "clé", "clés", "f", "钥匙", "把"),
)
_LIVING = 6
"""The first of the nouns can be a subject."""

# English; French for a masculine and a feminine noun; Chinese.
_ADJECTIVES = (
    ("black", "noir", "noire", "黑"),
    ("green", "vert", "verte", "绿"),
    ("white", "blanc", "blanche", "白"),
    ("heavy", "lourd", "lourde", "重"),
    ("brown", "brun", "brune", "棕"),
    ("small", "menu", "menue", "小"),
)

# English with one and with many, French with one and with many, Chinese.
_VERBS = (
    ("sees", "see", "voit", "voient", "看见"),
    ("seeks", "seek", "cherche", "cherchent", "寻找"),
    ("wants", "want", "veut", "veulent", "想要"),
    ("takes", "take", "prend", "prennent", "拿走"),
    ("finds", "find", "trouve", "trouvent", "找到"),
    ("carries", "carry", "porte", "portent", "搬运"),
)
_PLACES = (
    ("", "", ""),
    ("in the garden", "dans le jardin", "在花园里"),
    ("behind the house", "derrière la maison", "在房子后面"),
    ("at the market", "au marché", "在市场上"),
    ("near the river", "près du fleuve", "在河边"),
)

_ENGLISH = (
    "zero one two three four five six seven eight nine ten eleven twelve "
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_FRENCH = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize "
    "quatorze quinze seize dix_sept dix_huit dix_neuf"
)
_FRENCH_TENS = "vingt trente quarante cinquante soixante"
_CHINESE = "零一二三四五六七八九"


@dataclass(frozen=True)
class Group:
    """So many things of a kind: “the black cat”, “ninety seven cats”.

    Attributes:
        noun: which thing.
        adjective: which quality, or None.
        count: from 1, which is “the”, to 99.
    """

    noun: int
    adjective: int | None
    count: int


@dataclass(frozen=True)
class Meaning:
    """What a sentence says.

    Attributes:
        subject: who.
        verb: does what.
        negated: or does not.
        item: to what.
        place: where; 0 is nowhere in particular.
    """

    subject: Group
    verb: int
    negated: bool
    item: Group
    place: int


class Grammar:
    """Writes sentences in two languages, and translates by rule.

    Args:
        first: "French" or "English", which is translated.
        second: "English" or "Chinese".
    """

    def __init__(self, first: str, second: str) -> None:
        self.first, self.second = first, second

    def pairs(self, n: int, seed: int = 1066) -> list[tuple[str, str]]:
        """Give n different sentences, each with its translation."""
        rng = np.random.default_rng(seed)
        meanings: dict[Meaning, None] = {}
        while len(meanings) < n:
            meanings[_drawn(rng)] = None
        return [
            (say(meaning, self.first), say(meaning, self.second))
            for meaning in meanings
        ]

    def translate(self, sentence: str) -> str:
        """Give a sentence of the first language in the second.

        Raises:
            ValueError: the grammar has no such sentence.
        """
        words = sentence.split()
        for place, spoken in enumerate(_PLACES):
            tail = [*spoken[_COLUMN[self.first]].split(), "."]
            if words[-len(tail) :] == tail:
                said = self._said(words[: -len(tail)], place)
                if said is not None:
                    return say(said, self.second)
        raise ValueError(
            f"sentence is {sentence!r}, expected one of the small grammar"
        )

    def _said(self, words: list[str], place: int) -> Meaning | None:
        """Find where subject and verb end; None where they nowhere do."""
        for i in range(len(words)):
            subject = self._groups.get(" ".join(words[:i]))
            for j in range(i, len(words)) if subject else ():
                item = self._groups.get(" ".join(words[j:]))
                verb = self._verbs.get(" ".join(words[i:j]))
                if subject and item and verb:
                    said = Meaning(subject, *verb, item, place)
                    spoken = say(said, self.first).split()
                    if spoken[: len(words)] == words:
                        return said
        return None

    @cached_property
    def _groups(self) -> dict[str, Group]:
        every = (
            Group(noun, adjective, count)
            for noun in range(len(_NOUNS))
            for adjective in (None, *range(len(_ADJECTIVES)))
            for count in range(1, 100)
        )
        return {_group(group, self.first): group for group in every}

    @cached_property
    def _verbs(self) -> dict[str, tuple[int, bool]]:
        return {
            _verb(verb, negated, many, self.first): (verb, negated)
            for verb in range(len(_VERBS))
            for negated in (False, True)
            for many in (False, True)
        }


_COLUMN = {"English": 0, "French": 1, "Chinese": 2}


def say(meaning: Meaning, language: str) -> str:
    """Say something in English, French or Chinese, tokens spaced."""
    subject = _group(meaning.subject, language)
    many = meaning.subject.count > 1
    verb = _verb(meaning.verb, meaning.negated, many, language)
    item = _group(meaning.item, language)
    place = _PLACES[meaning.place][_COLUMN[language]]
    if language == "Chinese":
        return " ".join(f"{subject}{place}{verb}{item}。")
    return " ".join(f"{subject} {verb} {item} {place} .".split())


def spell(number: int, language: str) -> str:
    """Write a number from 1 to 99 in words, spaced.

    Raises:
        ValueError: `number` is out of range.
    """
    if not 1 <= number <= 99:
        raise ValueError(f"number is {number}, expected 1 to 99")
    ten, one = divmod(number, 10)
    if language == "Chinese":
        tens = ("十" if ten == 1 else f"{_CHINESE[ten]}十") if ten else ""
        return tens + (_CHINESE[one] if one else "")
    if language == "French":
        return _french(number)
    if number < 20:
        return _ENGLISH.split()[number]
    tens = _ENGLISH_TENS.split()[ten - 2]
    return f"{tens} {_ENGLISH.split()[one]}" if one else tens


def _french(number: int) -> str:
    """The French count by twenties from sixty on."""
    if number < 20:
        return _FRENCH.split()[number].replace("_", " ")
    if number == 80:
        return "quatre vingts"
    base = number // 10 * 10 if number < 60 else number // 20 * 20
    tens = (
        "quatre vingt" if base == 80 else _FRENCH_TENS.split()[base // 10 - 2]
    )
    rest = number - base
    joint = " et " if rest in (1, 11) and base < 80 else " "
    return f"{tens}{joint}{_french(rest)}" if rest else tens


def _drawn(rng: np.random.Generator) -> Meaning:
    subject, item = (_drawn_group(rng, n) for n in (_LIVING, len(_NOUNS)))
    return Meaning(
        subject,
        int(rng.integers(len(_VERBS))),
        bool(rng.random() < 0.3),
        item,
        int(rng.integers(len(_PLACES))) if rng.random() < 0.5 else 0,
    )


def _drawn_group(rng: np.random.Generator, nouns: int) -> Group:
    adjective = int(rng.integers(len(_ADJECTIVES)))
    return Group(
        int(rng.integers(nouns)),
        adjective if rng.random() < 0.4 else None,
        int(rng.integers(2, 100)) if rng.random() < 0.3 else 1,
    )


def _group(group: Group, language: str) -> str:
    makers = {"English": _english_group, "French": _french_group}
    return makers.get(language, _chinese_group)(group)


def _english_group(group: Group) -> str:
    one, many, *_ = _NOUNS[group.noun]
    number = spell(group.count, "English") if group.count > 1 else "the"
    quality = (
        "" if group.adjective is None else _ADJECTIVES[group.adjective][0]
    )
    noun = many if group.count > 1 else one
    return " ".join(f"{number} {quality} {noun}".split())


def _french_group(group: Group) -> str:
    _, _, one, many, gender, *_ = _NOUNS[group.noun]
    feminine, plural = gender == "f", group.count > 1
    number = "la" if feminine else "le"
    if plural:
        number = spell(group.count, "French")
        number += "e" if feminine and number.endswith(" un") else ""
    quality = ""
    if group.adjective is not None:
        quality = _ADJECTIVES[group.adjective][1 + feminine]
        quality += "s" if plural else ""
    return f"{number} {many if plural else one} {quality}".rstrip()


def _chinese_group(group: Group) -> str:
    *_, noun, measure = _NOUNS[group.noun]
    number = "" if group.count == 1 else spell(group.count, "Chinese")
    number = "两" if group.count == 2 else number
    number += measure if number else ""
    quality = (
        "" if group.adjective is None else _ADJECTIVES[group.adjective][3]
    )
    return f"{number}{quality}{noun}"


def _verb(verb: int, negated: bool, many: bool, language: str) -> str:
    english, english_many, french, french_many, chinese = _VERBS[verb]
    if language == "Chinese":
        return f"没有{chinese}" if negated else chinese
    if language == "French":
        spoken = french_many if many else french
        return f"ne {spoken} pas" if negated else spoken
    if negated:
        return f"{'do' if many else 'does'} not {english_many}"
    return english_many if many else english
