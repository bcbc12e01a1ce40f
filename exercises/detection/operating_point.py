"""Where do you set the threshold?

`run()` gives what a detector said about platelets in the test pictures:
`scores`, how sure it was of each of its boxes; `right`, which of them found a
platelet; and `total`, the number of platelets that there are. Sweep the
threshold over `LEVELS` and fill in `ANSWERS`. A box is kept if its score is
the threshold or more. Three digits after the point are enough.

1. `"precision"`: the precision at the threshold 0.5.
2. `"recall"`: the recall at the threshold 0.5.
3. `"screening"`: a doctor looks at every box again, but must not miss much.
   Which is the highest threshold of `LEVELS` with a recall of 0.9 or more?
4. `"counting"`: the platelets are counted by the number of boxes kept. At
   which threshold of `LEVELS` does this number come nearest to `total`?
5. `"more"`: train longer, and let every right box have a score that is higher
   by 0.1, as `run(better=0.1)` gives it. What is the precision at 0.5 now?

Minutes: 15 · Difficulty: 2
"""

import numpy as np

LEVELS = np.arange(1, 20) / 20  # 0.05, 0.10, …, 0.95
ANSWERS = {
    "precision": None,
    "recall": None,
    "screening": None,
    "counting": None,
    "more": None,
}


def run(better: float = 0.0) -> tuple[np.ndarray, np.ndarray, int]:
    """Give scores (140,), right (140,) and total of a detector's run.

    Args:
        better: what is added to the score of each right box.
    """
    rng = np.random.default_rng(72)
    right = np.arange(140) < 66
    logit = np.where(right, 1.4, -1.6) + 1.3 * rng.normal(size=140)
    scores = 1 / (1 + np.exp(-logit)) + better * right
    order = rng.permutation(140)
    return scores[order], right[order], 69
