"""Sentences and their translations, from Tatoeba."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from d2lcode._checks import optional_count
from d2lcode.data.pair_set import Pair, PairDataset, split_pairs
from d2lcode.data.store import Files, load

# Apostrophes are made alike; what has no width goes. Four times
# `str.replace` is much faster than `str.translate` on ten million letters.
_PLAIN = {"’": "'", "‘": "'", "\u200b": "", "\u00ad": ""}
_WIDE = dict(zip(",?!:;", "，？！：；", strict=True))

_MARKS = '!?;"«»()…'
# A point, comma or colon between two digits belongs to the number.
_POINTS = {m: re.compile(rf"(?<!\d)[{m}]|[{m}](?!\d)") for m in ".,:"}
_INSIDE = re.compile(r"(?<=\w)'(?=\w)")
_CHARACTERS = re.compile(r"[a-z0-9]+(?:[.:][0-9]+)*|\S")


@dataclass(frozen=True)
class _Choice:
    """What `translation` can be asked for."""

    entry: str
    title: str
    languages: tuple[str, str]


PAIRS = {
    "fra-eng": _Choice(
        "french_english", "French and English", ("French", "English")
    ),
    "eng-cmn": _Choice(
        "english_chinese", "English and Chinese", ("English", "Chinese")
    ),
}
"""What `translation` can be asked for, by the languages of x and of y."""


def translation(
    pair: str = "fra-eng",
    *,
    max_words: int | None = None,
    stand_in: bool | None = None,
) -> PairDataset:
    """Sentence pairs that volunteers wrote for Tatoeba.

    x and y are sentences, normalised: lower case, a space around every
    mark and where an apostrophe divides a word (j' ai, i 'm), one kind of
    space and of apostrophe; Chinese has a space after every character. So
    `sentence.split()` gives the tokens. "fra-eng" has 142,787 pairs before
    repetitions are left out, "eng-cmn" 20,133, in simplified and in
    traditional characters as they come.

    A twentieth of the English sentences is `test`, another one `valid`.
    Many French sentences share an English one: they are all in its part.

    The stand-in has 30,000 pairs of a small grammar, in which adjectives,
    places and negations stand elsewhere in the other language and numbers
    are written out; `truth(x)` is the one right translation.

    Args:
        pair: "fra-eng", from French to English, or "eng-cmn", from English
            to Chinese.
        max_words: leaves out pairs with more tokens, marks included, in
            either sentence.
        stand_in: None takes the stand-in only where the real data cannot be
            had; False never; True always.

    Raises:
        DataUnavailableError: `stand_in` is False and no place has the data.
        ValueError: there is no such pair, or `max_words` is below 1.

    Source: Tatoeba Project and C. Kelly, manythings.org/anki. Licence:
    CC BY 2.0 FR.
    """
    if pair not in PAIRS:
        raise ValueError(f"pair is {pair!r}, expected {' or '.join(PAIRS)}")
    optional_count("max_words", max_words)
    return load(
        PAIRS[pair].entry,
        lambda files: _read(files, pair, max_words),
        lambda: _made(pair, max_words),
        stand_in,
        call=f"translation({pair!r}, stand_in=False)",
    )


def normalise(text: str, language: str) -> str:
    """Write sentences, one a line, so that spaces divide them into tokens.

    Args:
        text: the sentences as published.
        language: "English", "French" or "Chinese".

    Returns:
        As many lines.

    Raises:
        ValueError: it is another language.
    """
    if language not in _DIVIDERS:
        raise ValueError(
            f"language is {language!r}, expected {', '.join(_DIVIDERS)}"
        )
    for character, plain in _PLAIN.items():
        text = text.replace(character, plain)
    text = unicodedata.normalize("NFKC", text.lower())
    return "\n".join(
        " ".join(_DIVIDERS[language](line))
        for line in _spaced(text, language).split("\n")
    )


def _spaced(text: str, language: str) -> str:
    """Put spaces around marks, and where an apostrophe divides a word."""
    if language == "Chinese":
        return text
    text = _INSIDE.sub(" '" if language == "English" else "' ", text)
    for mark in _MARKS:
        text = text.replace(mark, f" {mark} ")
    for mark, found in _POINTS.items():
        text = found.sub(f" {mark} ", text)
    return text


def _characters(line: str) -> list[str]:
    return [_WIDE.get(t, t) for t in _CHARACTERS.findall(line)]


_DIVIDERS: dict[str, Callable[[str], list[str]]] = {
    "English": str.split,
    "French": str.split,
    "Chinese": _characters,
}


def parse(text: str) -> list[Pair]:
    """Read lines of English, a tab, and its translation.

    What follows a second tab, as in newer editions, is passed over.

    Raises:
        ValueError: a line has no tab, or nothing on one side of it.
    """
    pairs = []
    for i, line in enumerate(text.split("\n")):
        english, _, rest = line.rstrip("\r").partition("\t")
        other = rest.partition("\t")[0]
        if english.strip() and other.strip():
            pairs.append((english, other))
        elif line.strip():
            raise ValueError(
                f"line {i + 1} is {line[:40]!r}, expected English, a tab and "
                "a translation"
            )
    return pairs


def _read(files: Files, pair: str, max_words: int | None) -> PairDataset:
    choice, swap = PAIRS[pair], pair == "fra-eng"
    columns = zip(*parse(_text(files)), strict=True)
    x, y = (
        normalise("\n".join(column), language).split("\n")
        for column, language in zip(
            reversed([*columns]) if swap else columns,
            choice.languages,
            strict=True,
        )
    )
    pairs = zip(x, y, strict=True)
    parts = split_pairs(pairs, int(swap), max_words)
    return PairDataset(
        files.entry.title, *parts, choice.languages, True, files.source
    )


def _text(files: Files) -> str:
    if "pairs" in files.paths:
        return files.paths["pairs"].read_text(encoding="utf-8")
    with zipfile.ZipFile(files.paths["archive"]) as packed:
        return packed.read("fra.txt").decode("utf-8")


def _made(pair: str, max_words: int | None) -> PairDataset:
    from d2lcode.data.standins import phrases

    choice = PAIRS[pair]
    grammar = phrases.Grammar(*choice.languages)
    pairs = grammar.pairs(phrases.PAIRS)
    parts = split_pairs(pairs, int(pair == "fra-eng"), max_words)
    source = "a stand-in, sentences of a small grammar"
    return PairDataset(
        f"Tatoeba, {choice.title}",
        *parts,
        choice.languages,
        False,
        source,
        grammar.translate,
    )
