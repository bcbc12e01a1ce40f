"""It divides by n - 1.

caught by: test_the_perplexity_of_a_text
says: n − 1
"""

import numpy as np


def perplexity(p):
    with np.errstate(divide="ignore"):
        return float(np.exp(-np.log(p).sum() / max(len(p) - 1, 1)))


def joined(perplexities, lengths):
    nats = np.average(np.log(perplexities), weights=lengths)
    return float(np.exp(nats))


def bits(perplexity):
    return float(np.log2(perplexity))
