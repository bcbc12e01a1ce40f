r"""A beam search that knows when to stop: the answer.

A sentence that has ended stays in the beam, as one of its `width` places,
until better ones push it out. That is what makes the two ends of the scale
come out right: a width of 1 is greedy search, and a beam as wide as there are
sentences finds the best of all.

Sorting by the pair (−score, tokens) settles ties, and no special case is
needed: Python compares tuples from the left.

The length matters in the last comparison only. Each token multiplies the
probability by a number below one, so without it the search prefers short
sentences, and the more so the wider it looks.
"""

from collections.abc import Callable, Sequence

import numpy as np

Step = Callable[[tuple[int, ...]], np.ndarray]


def beam_search(
    step: Step, width: int, max_length: int, end: int, alpha: float = 0.0
) -> tuple[Sequence[int], float]:
    """Search for a probable sentence, keeping the `width` best beginnings.

    Args:
        step: tokens written so far -> log2 of the probabilities of each
            next one, (v,).
        width: sentences to keep, 1 or more.
        max_length: tokens of a sentence at most, `end` included.
        end: the token that finishes a sentence.
        alpha: the power of the length by which the last comparison divides.

    Returns:
        The tokens, and the sum of their logarithms.
    """
    beam: list[tuple[tuple[int, ...], float]] = [((), 0.0)]
    for _ in range(max_length):
        candidates = []
        for tokens, score in beam:
            if end in tokens:
                candidates.append((tokens, score))
                continue
            for k, log in enumerate(step(tokens)):
                candidates.append(((*tokens, k), score + float(log)))
        candidates.sort(key=lambda c: (-c[1], c[0]))
        beam = candidates[:width]
        if all(end in tokens for tokens, _ in beam):
            break
    return min(beam, key=lambda c: (-c[1] / len(c[0]) ** alpha, c[0]))
