r"""How few bits are enough?

Below, a linear model reads scikit-learn's digits: `W` has 65 weights for each
of ten digits, found by least squares, and its last row holds the biases.
`rounded` keeps only $2^{b-1}-1$ steps to either side of zero, with one scale
for the whole matrix, or one for each digit (each column). `accuracy` says
which share of 597 new digits is read right.

Run this file, change the loop at its end, and replace each `None`: numbers
for 1, 2 and 4 (whole percent), letters for 3 and 5.

**1.** One scale for all. What is the smallest number of bits with which at
least 85 % are read right?

**2.** Pixel 0, a corner, is blank in every picture, so its weights never
matter: `W[0]` is all 0. Give one of them a large value, `V = W.copy()` and
`V[0, 3] = 20 * np.abs(W).max()`. Without rounding nothing changes. How many
percent are read right with 4 bits and one scale for all?

**3.** Why?

- a. The corner now votes for the 3, in every picture.
- b. The scale grew twentyfold, so that all other weights are rounded to 0.
- c. The least squares no longer hold after a weight was changed.

**4.** The same `V`, 4 bits, one scale for each digit. How many percent?

**5.** Which weights did rounding spoil in question 4?

- a. Those of the 3 alone.
- b. Those of pixel 0 alone.
- c. None: with a scale for each digit, nothing is lost by rounding.

Minutes: 15 · Difficulty: 2
"""

import numpy as np

ANSWERS = {
    "1": None,
    "2": None,
    "3": None,
    "4": None,
    "5": None,
}


def with_ones(x):
    """Put a column of ones behind the pixels, for the biases."""
    return np.hstack([x, np.ones((len(x), 1))])


def rounded(w, bits, for_each_digit=False):
    """What is left of weights that are stored in so many bits."""
    top = 2 ** (bits - 1) - 1
    largest = np.abs(w).max(axis=0 if for_each_digit else None)
    scale = largest / top
    return np.clip(np.rint(w / scale), -top, top) * scale


def accuracy(w, x, y):
    """Say which share of the digits is read right."""
    return np.mean(np.argmax(with_ones(x) @ w, axis=1) == y)


if __name__ == "__main__":
    from sklearn.datasets import load_digits

    x, y = load_digits(return_X_y=True)
    x = x / 16
    design, targets = with_ones(x[:1200]), np.eye(10)[y[:1200]]
    W = np.linalg.solve(design.T @ design + np.eye(65), design.T @ targets)
    print(f"as it is {accuracy(W, x[1200:], y[1200:]):.1%}")
    for bits in (8, 2):
        share = accuracy(rounded(W, bits), x[1200:], y[1200:])
        print(f"{bits} bits   {share:.1%}")
