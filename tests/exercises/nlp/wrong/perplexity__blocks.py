"""Products of fifty probabilities, which may underflow as well.

caught by: test_long_texts
says: expected was 1e+25
"""

import numpy as np


def perplexity(p):
    with np.errstate(divide="ignore"):
        return float(
            np.exp(
                -sum(
                    np.log(np.prod(b))
                    for b in np.array_split(p, max(1, len(p) // 50))
                )
                / len(p)
            )
        )


def joined(perplexities, lengths):
    return float(np.exp(np.average(np.log(perplexities), weights=lengths)))


def bits(perplexity):
    return float(np.log2(perplexity))
