"""The product underflows.

caught by: test_long_texts
says: product underflows
"""

import numpy as np


def perplexity(p):
    return float(np.prod(p) ** (-1 / len(p)))


def joined(perplexities, lengths):
    nats = np.average(np.log(perplexities), weights=lengths)
    return float(np.exp(nats))


def bits(perplexity):
    return float(np.log2(perplexity))
