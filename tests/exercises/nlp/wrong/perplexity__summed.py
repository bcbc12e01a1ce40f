"""The logarithms are added up.

caught by: test_the_perplexity_of_a_text
says: mean of the logarithms
"""

import numpy as np


def perplexity(p):
    return float(np.exp(-np.log(p).sum()))


def joined(perplexities, lengths):
    nats = np.average(np.log(perplexities), weights=lengths)
    return float(np.exp(nats))


def bits(perplexity):
    return float(np.log2(perplexity))
