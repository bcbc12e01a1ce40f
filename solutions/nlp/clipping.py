r"""Clip gradients, and sweep the limit: the answer.

All arrays are scaled by one factor. If each were clipped by itself, the small
gradients would keep their length and the large ones would not: the step would
point elsewhere. The comparison comes before the division, so that gradients
that are all zero are no special case.

The sweep shows what a limit is for. With 0.001 every step is clipped, and
together the forty steps go at most forty times 4 times 0.001 far: nothing can
be learnt in that. Without a limit the first long gradient ends the run. In
between lies a broad range that works: a limit is one of the settings that need
no fine tuning, and the share of clipped steps tells on which side you are.
"""

import numpy as np

from d2lcode.scratch.nlp.character_rnn import descend, start

SETTINGS = {"lr": 4.0, "steps": 40, "rows": 4, "window": 16}
ANSWERS = {"limit 0.001": "c", "limit 0.1": "b", "no limit": "a"}


def clip(gradients: list[np.ndarray], max_norm: float) -> list[np.ndarray]:
    """Scale gradients down, all by one factor, to a length of max_norm."""
    length = np.sqrt(sum(np.sum(g**2) for g in gradients))
    factor = max_norm / length if length > max_norm else 1.0
    return [g * factor for g in gradients]


def sweep(
    numbers: np.ndarray, limits: list[float | None]
) -> list[tuple[float, float]]:
    """Give the last loss and the share of clipped steps for each limit."""
    size = int(np.max(numbers)) + 1
    found = []
    for limit in limits:
        begin = start(size, hidden=16, seed=1)
        _, losses, lengths = descend(
            numbers, begin, clip_norm=limit, **SETTINGS
        )
        over = np.inf if limit is None else limit
        share = np.mean(np.array(lengths) > over)
        found.append((float(np.mean(losses[-10:])), float(share)))
    return found
