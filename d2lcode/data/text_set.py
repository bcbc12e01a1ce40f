"""What a loader of running text returns, and a source that is known."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

import numpy as np

from d2lcode._checks import natural, positive_integer

Steps = Mapping[str, Mapping[str, tuple[float, str]]]
"""State → piece of text → its probability, and the state it leads to."""


@dataclass(frozen=True, eq=False)
class TextTruth:
    """A source of text all of whose probabilities are known.

    It walks from state to state. In each it writes one piece of text,
    drawn by the probabilities there, and the piece decides on the next
    state. No piece of a state is the beginning of another, so that a text
    can have been written in one way only.

    Attributes:
        steps: state → piece → (its probability, the next state).
        start: the state in which a text, and each of its paragraphs, begins.

    Raises:
        ValueError: the probabilities of a state do not add up to 1, a
            piece begins another, or a next state is not there.
    """

    steps: Steps
    start: str

    def __post_init__(self) -> None:
        for state, pieces in self.steps.items():
            total = sum(p for p, _ in pieces.values())
            if abs(total - 1) > 1e-9:
                raise ValueError(f"steps[{state!r}] adds up to {total}, not 1")
            _check_pieces(state, sorted(pieces))
            missing = {s for _, s in pieces.values()} - set(self.steps)
            if missing:
                raise ValueError(f"steps lacks {sorted(missing)}")

    @cached_property
    def entropy(self) -> float:
        """What a perfect model reaches on average, in nats a character.

        This is the entropy rate: the entropy of a step, over the length
        of a step, both averaged over how often its state is visited.
        `exp(entropy)` is the lowest perplexity, `entropy / log(2)` are
        bits a character.
        """
        nats, length = 0.0, 0.0
        for visits, pieces in zip(
            self._visits(), self.steps.values(), strict=True
        ):
            for piece, (p, _) in pieces.items():
                nats -= visits * p * np.log(p)
                length += visits * p * len(piece)
        return float(nats / length)

    def loss(self, text: str) -> float:
        """What a perfect model reaches on this very text, in nats.

        Args:
            text: begins where a paragraph begins; may end anywhere.

        Returns:
            −log of the probability of the text, over its length.

        Raises:
            ValueError: it is empty, or this source cannot have written it.
        """
        if not text:
            raise ValueError("text is empty, expected a character or more")
        nats, at, state = 0.0, 0, self.start
        while at < len(text):
            pieces = self.steps[state]
            piece = next((p for p in pieces if text.startswith(p, at)), None)
            if piece is None:
                return (nats + self._rest(text[at:], state)) / len(text)
            p, state = pieces[piece]
            nats -= float(np.log(p))
            at += len(piece)
        return nats / len(text)

    def write(self, length: int, seed: int = 0) -> str:
        """Write a text that ends where a paragraph ends.

        Args:
            length: characters to write at least.
            seed: of the walk.

        Raises:
            ValueError: `length` is below 1, or `seed` below 0.
        """
        positive_integer("length", length)
        # A block of draws at a time: one at a time takes ten times as long.
        rng = np.random.default_rng(natural("seed", seed))
        tables = {state: _table(p) for state, p in self.steps.items()}
        written: list[str] = []
        done, state = 0, self.start
        while done < length or state != self.start:
            for draw in rng.random(256).tolist():
                sums, pieces, follow = tables[state]
                i = bisect(sums, draw)
                written.append(pieces[i])
                state = follow[i]
                done += len(pieces[i])
                if done >= length and state == self.start:
                    break
        return "".join(written)

    def _rest(self, rest: str, state: str) -> float:
        """−log of the probability of the beginning of a piece."""
        pieces = self.steps[state].items()
        total = sum(p for piece, (p, _) in pieces if piece.startswith(rest))
        if not total:
            raise ValueError(
                f"text has {rest[:20]!r}, expected the beginning of one of "
                f"{', '.join(map(repr, self.steps[state]))}"
            )
        return -float(np.log(total))

    def _visits(self) -> np.ndarray:
        """Give how often each state is visited, as parts of all steps."""
        place = {state: i for i, state in enumerate(self.steps)}
        moves = np.zeros((len(place), len(place)))
        for state, pieces in self.steps.items():
            for p, following in pieces.values():
                moves[place[state], place[following]] += p
        # visits = visits @ moves, and they add up to 1.
        left = np.vstack([moves.T - np.eye(len(place)), np.ones(len(place))])
        right = np.append(np.zeros(len(place)), 1.0)
        return np.linalg.lstsq(left, right, rcond=None)[0]


def _check_pieces(state: str, pieces: list[str]) -> None:
    """Refuse a piece that begins another; sorted, they are neighbours."""
    for one, other in zip(["", *pieces], pieces, strict=False):
        if (one or not other) and other.startswith(one):
            raise ValueError(
                f"steps[{state!r}] has {one!r}, which begins {other!r}"
            )


def _table(
    pieces: Mapping[str, tuple[float, str]],
) -> tuple[list[float], list[str], list[str]]:
    sums = [*accumulate(p for p, _ in pieces.values())]
    # The last sum may miss 1 by a rounding; a draw never falls behind it.
    return sums[:-1], [*pieces], [state for _, state in pieces.values()]


@dataclass(frozen=True, eq=False, repr=False)
class TextDataset:
    """A text in three parts, cut where a paragraph ends.

    The first nine tenths are `train`, the next twentieth `valid`, the rest
    `test`. Characters and vocabulary are left as they are: turning text
    into numbers is the reader's part.

    Attributes:
        title: its name in words.
        train: what to learn from.
        valid: what to choose by.
        test: what to be judged by.
        real: False where this is the stand-in.
        source: where it came from, in words.
        truth: how the stand-in was written, and what can be reached on it.
    """

    title: str
    train: str
    valid: str
    test: str
    real: bool
    source: str
    truth: TextTruth | None = None

    @property
    def text(self) -> str:
        """The whole text: train, valid and test, in this order."""
        return self.train + self.valid + self.test

    def __repr__(self) -> str:
        kind = "real, from" if self.real else "NOT the real data, but"
        return (
            f"{self.title} ({kind} {self.source}): {len(self.train)} train, "
            f"{len(self.valid)} valid, {len(self.test)} test characters, "
            f"{len(set(self.text))} different ones"
        )


def split_text(text: str, end: str) -> tuple[str, str, str]:
    """Cut a text into train, valid and test, by position.

    Args:
        text: the whole.
        end: what a paragraph ends with; the cuts are made behind the first
            one after nine tenths, and after nineteen twentieths.

    Raises:
        ValueError: no paragraph ends there, so that a part would be empty.
    """
    first = _cut(text, 9 * len(text) // 10, end)
    second = _cut(text, max(first, 19 * len(text) // 20), end)
    if second == len(text):
        raise ValueError(
            f"text has {len(text)} characters, expected an end of a "
            f"paragraph, {end!r}, before its last twentieth and within it"
        )
    return text[:first], text[first:second], text[second:]


def _cut(text: str, position: int, end: str) -> int:
    found = text.find(end, position)
    return len(text) if found < 0 else found + len(end)
