r"""Perplexity of a text: the answer.

The formula is written as it should be computed: the mean of the logarithms.
The product of the probabilities underflows to 0 after a few hundred
characters, while their logarithms add up to an ordinary number. The logarithm
of 0 is minus infinity, and its exponential on the other side is `np.inf`,
just what the task asks for; only the warning has to be held back.

Perplexities of parts are joined where they add up, among the logarithms, and
a long part counts for more than a short one. The plain mean of 2 and 8 would
be 5; the text has 3.17. This is why a table of results should name the text
on which a perplexity was measured, whole.
"""

import numpy as np


def perplexity(p: np.ndarray) -> float:
    """Give the perplexity of a text from its characters' probabilities."""
    with np.errstate(divide="ignore"):
        return float(np.exp(-np.mean(np.log(p))))


def joined(perplexities: np.ndarray, lengths: np.ndarray) -> float:
    """Give the perplexity of a whole text from those of its parts."""
    nats = np.average(np.log(perplexities), weights=lengths)
    return float(np.exp(nats))


def bits(perplexity: float) -> float:
    """Give the bits per character that a perplexity stands for."""
    return float(np.log2(perplexity))
