"""The norm of the norms, and a comprehension."""

import numpy as np

from d2lcode.scratch.nlp.character_rnn import descend, start

SETTINGS = {"lr": 4.0, "steps": 40, "rows": 4, "window": 16}
ANSWERS = {"limit 0.001": "c", "limit 0.1": "b", "no limit": "a"}


def clip(gradients, max_norm):
    length = np.linalg.norm([np.linalg.norm(g) for g in gradients])
    if length <= max_norm:
        return [g.copy() for g in gradients]
    return [g / length * max_norm for g in gradients]


def sweep(numbers, limits):
    def run(limit):
        begin = start(max(numbers) + 1, hidden=16, seed=1)
        return descend(numbers, begin, clip_norm=limit, **SETTINGS)[1:]

    return [
        (
            sum(losses[-10:]) / 10,
            sum(limit is not None and v > limit for v in lengths)
            / len(lengths),
        )
        for limit in limits
        for losses, lengths in [run(limit)]
    ]
