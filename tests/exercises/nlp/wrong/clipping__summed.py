"""Sum of the lengths.

caught by: test_long_gradients_are_scaled_to_the_limit
says: lengths of the arrays were added
"""

import numpy as np

from d2lcode.scratch.nlp.character_rnn import descend, start

SETTINGS = {"lr": 4.0, "steps": 40, "rows": 4, "window": 16}
ANSWERS = {"limit 0.001": "c", "limit 0.1": "b", "no limit": "a"}


def clip(gradients, max_norm):
    length = sum(np.linalg.norm(g) for g in gradients)
    factor = max_norm / length if length > max_norm else 1.0
    return [g * factor for g in gradients]


def sweep(numbers, limits):
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
