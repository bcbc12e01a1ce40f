r"""Clip gradients, and sweep the limit.

Part one. Write `clip(gradients, max_norm)`. It takes a list of arrays of any
shapes, the gradients of a network's parameters, and a number above 0. Their
length is that of one long vector that holds them all: the root of the sum of
all squares. Where it is above `max_norm`, every array is multiplied by the
same factor, so that the length becomes `max_norm` and the direction stays.
Otherwise they come back as they are. It returns a list of new arrays in the
same order, and leaves those that it was given unchanged. The gradients
`[[3.0], [4.0, 0.0]]` have length 5; with `max_norm=1` they become
`[[0.6], [0.8, 0.0]]`.

Part two. Train the network by hand of the page with several limits, on a text
that repeats itself. Write `sweep(numbers, limits)`. For each limit in the
list `limits`, a number or None for no clipping, call `descend` with the
settings in `SETTINGS` and that limit as `clip_norm`, each time from
`start(size, hidden=16, seed=1)`, where `size` is the largest number plus 1.
Return a list with a tuple for each limit: the mean loss of the last ten
steps, and the share of all steps whose gradient was longer than the limit,
from 0 to 1. Without a limit no step is.

Part three. Run your sweep on `TEXT` with the limits 0.001, 0.1 and None, and
look at the numbers: `python exercises/nlp/clipping.py` prints them. What
happens with each limit? Put a letter behind each in `ANSWERS`.

- a: it ends worse than blind guessing, because long steps throw the weights
  far away
- b: it learns the text
- c: it hardly learns, because all steps are too short

Minutes: 20 · Difficulty: 2
"""

import numpy as np

from d2lcode.scratch.nlp.character_rnn import descend, start

TEXT = "then the theme is the thing; " * 20
SETTINGS = {"lr": 4.0, "steps": 40, "rows": 4, "window": 16}
ANSWERS = {"limit 0.001": None, "limit 0.1": None, "no limit": None}


def clip(gradients: list[np.ndarray], max_norm: float) -> list[np.ndarray]:
    """Scale gradients down, all by one factor, to a length of max_norm."""
    raise NotImplementedError


def sweep(
    numbers: np.ndarray, limits: list[float | None]
) -> list[tuple[float, float]]:
    """Give the last loss and the share of clipped steps for each limit."""
    raise NotImplementedError


if __name__ == "__main__":
    characters = sorted(set(TEXT))
    text = np.array([characters.index(c) for c in TEXT])
    print(f"blind guessing: {np.log(len(characters)):.2f}")
    limits = [0.001, 0.1, None]
    for limit, (loss, share) in zip(limits, sweep(text, limits), strict=True):
        print(f"limit {limit}: loss {loss:.2f}, {share:.0%} clipped")
