"""It returns the loss.

caught by: test_the_perplexity_of_a_text
says: the loss itself
"""

import numpy as np


def perplexity(p):
    return float(-np.log(p).mean())


def joined(perplexities, lengths):
    nats = np.average(np.log(perplexities), weights=lengths)
    return float(np.exp(nats))


def bits(perplexity):
    return float(np.log2(perplexity))
