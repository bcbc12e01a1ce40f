"""It takes the mean of 1 / p.

caught by: test_the_perplexity_of_a_text
says: mean of 1 / p
"""

import numpy as np


def perplexity(p):
    with np.errstate(divide="ignore"):
        return float(np.mean(1 / np.asarray(p)))


def joined(perplexities, lengths):
    nats = np.average(np.log(perplexities), weights=lengths)
    return float(np.exp(nats))


def bits(perplexity):
    return float(np.log2(perplexity))
