"""What a loader of translated sentences returns."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from d2lcode.data.rows import as_many, several

Pair = tuple[str, str]

_HELD_OUT = {"test": 0.05, "valid": 0.1}
"""A sentence is in the first part whose bound is above its place in [0, 1)."""


@dataclass(frozen=True, eq=False, repr=False)
class PairSplit:
    """Sentences and their translations.

    `sentence.split()` gives the tokens of any of them.

    Attributes:
        x: n sentences.
        y: the n translations, in the same order.

    Raises:
        ValueError: `x` and `y` differ in length.
    """

    x: tuple[str, ...]
    y: tuple[str, ...]

    def __post_init__(self) -> None:
        as_many("y", self.y, self.x, "sentences")

    def __len__(self) -> int:
        return len(self.x)

    def __getitem__(self, rows: slice | np.ndarray) -> PairSplit:
        """Cut out pairs: a slice, an array of indices, or a mask.

        Raises:
            TypeError: `rows` is a single number.
            IndexError: an index is out of range.
        """
        several(rows, "one pair is x[i], y[i]")
        chosen = np.arange(len(self))[rows].tolist()
        return PairSplit(
            tuple(self.x[i] for i in chosen), tuple(self.y[i] for i in chosen)
        )

    def __repr__(self) -> str:
        return f"PairSplit({len(self)} pairs)"


@dataclass(frozen=True, eq=False, repr=False)
class PairDataset:
    """Sentences in two languages, in three parts.

    No sentence, in either language, is in more than one part. Pairs are in
    an order that has nothing to do with what they say, but those of one
    English sentence stand together; so the first pairs are a fair sample.

    Attributes:
        title: its name in words.
        train: what to learn from.
        valid: what to choose by.
        test: what to be judged by.
        languages: those of `x` and of `y`.
        real: False where this is the stand-in.
        source: where it came from, in words.
        truth: gives a sentence of `x` its one translation, for the stand-in;
            a perfect model reaches a BLEU of 100 there.
    """

    title: str
    train: PairSplit
    valid: PairSplit
    test: PairSplit
    languages: tuple[str, str]
    real: bool
    source: str
    truth: Callable[[str], str] | None = None

    def __repr__(self) -> str:
        kind = "real, from" if self.real else "NOT the real data, but"
        return (
            f"{self.title} ({kind} {self.source}): {len(self.train)} train, "
            f"{len(self.valid)} valid, {len(self.test)} test pairs, "
            f"{' to '.join(self.languages)}"
        )


def split_pairs(
    pairs: Iterable[Pair], english: int, max_words: int | None = None
) -> tuple[PairSplit, PairSplit, PairSplit]:
    """Put pairs into train, valid and test, by their English sentence.

    A sentence's place follows from its letters alone, so that it stays in
    its part whatever else is there. A translation that is also in
    test, or in valid, is left out of the parts to learn from; that is
    decided before long sentences are left out.

    Args:
        pairs: pairs (x, y).
        english: 0 where x is English, 1 where y is.
        max_words: the most tokens that each sentence of a pair may have.
    """
    other, taken = 1 - english, set[str]()
    parts = _parts(pairs, english)
    for part in ("test", "valid", "train"):
        rows = [p for p in parts[part] if p[other] not in taken]
        taken |= {p[other] for p in rows}
        parts[part] = [p for p in rows if _short(p, max_words)]
    return (
        _split(parts["train"]),
        _split(parts["valid"]),
        _split(parts["test"]),
    )


def _parts(pairs: Iterable[Pair], english: int) -> dict[str, list[Pair]]:
    """Sort pairs by the place of their English sentence, and cut."""
    placed = [(_place(p[english]), p) for p in dict.fromkeys(pairs)]
    placed.sort(key=lambda row: row[0])
    parts: dict[str, list[Pair]] = {"test": [], "valid": [], "train": []}
    for place, pair in placed:
        bounds = _HELD_OUT.items()
        part = next((k for k, bound in bounds if place < bound), "train")
        parts[part].append(pair)
    return parts


def _place(sentence: str) -> float:
    """Give a sentence its number in [0, 1), by a hash of its letters."""
    digest = hashlib.blake2b(sentence.encode("utf-8"), digest_size=6)
    return int.from_bytes(digest.digest(), "big") / 2**48


def _short(pair: Pair, max_words: int | None) -> bool:
    if max_words is None:
        return True
    return max(len(sentence.split()) for sentence in pair) <= max_words


def _split(pairs: list[Pair]) -> PairSplit:
    return PairSplit(tuple(x for x, _ in pairs), tuple(y for _, y in pairs))
