"""Beam search: keep the few best beginnings, not only the best."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

import numpy as np

Step = Callable[[np.ndarray], np.ndarray]
"""Beginnings (k, t) -> log probabilities of each next token, (k, v)."""


class Hypothesis(NamedTuple):
    """A sentence, or its beginning.

    Attributes:
        tokens: from the start token on; the last is the end token if it is
            finished.
        score: the sum of its tokens' log probabilities.
    """

    tokens: tuple[int, ...]
    score: float

    def merit(self, alpha: float) -> float:
        """The score over the number of tokens written, to the power alpha."""
        return self.score / max(1, len(self.tokens) - 1) ** alpha


def beam_search(
    step: Step,
    *,
    start: int,
    end: int,
    width: int,
    max_length: int,
    alpha: float = 0.0,
) -> list[Hypothesis]:
    """Write a sentence, following the `width` best beginnings at a time.

    A finished one stays in the beam as long as its score is good enough.
    A width of 1 is greedy search.

    Args:
        step: asked for the unfinished beginnings of one length at a time.
        start: the token that all begin with.
        end: the token that finishes a sentence.
        width: how many to keep, 1 or more.
        max_length: tokens to write at most, `end` included, 1 or more.
        alpha: 0 compares the final scores as they are, 1 their means over
            the tokens written.

    Returns:
        The last beam, the best first.

    Raises:
        ValueError: `width` or `max_length` is below 1.
    """
    for name, value in (("width", width), ("max_length", max_length)):
        if value < 1:
            raise ValueError(f"{name} is {value}, expected 1 or more")
    beam = [Hypothesis((start,), 0.0)]
    for _ in range(max_length):
        live = [h for h in beam if h.tokens[-1] != end or len(h.tokens) == 1]
        if not live:
            break
        done = [h for h in beam if h not in live]
        beam = best(done + grown(live, step, width), width)
    return best(beam, width, alpha)


def grown(live: list[Hypothesis], step: Step, width: int) -> list[Hypothesis]:
    """Each beginning with each of its `width` likeliest next tokens."""
    table = step(np.array([h.tokens for h in live]))
    top = min(width, table.shape[1])
    likely = np.argpartition(-table, top - 1, axis=1)[:, :top]
    return [
        Hypothesis((*h.tokens, int(token)), h.score + float(row[token]))
        for h, row, tokens in zip(live, table, likely, strict=True)
        for token in tokens
    ]


def best(
    hypotheses: Iterable[Hypothesis], width: int, alpha: float = 0.0
) -> list[Hypothesis]:
    """The `width` best, the best first; of equals, the smaller tokens."""
    order = sorted(hypotheses, key=lambda h: (-h.merit(alpha), h.tokens))
    return order[:width]
