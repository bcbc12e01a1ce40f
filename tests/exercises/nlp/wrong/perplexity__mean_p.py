"""It takes the mean of the probabilities.

caught by: test_the_perplexity_of_a_text
says: mean of the probabilities
"""

import numpy as np


def perplexity(p):
    return float(1 / np.mean(p))


def joined(perplexities, lengths):
    nats = np.average(np.log(perplexities), weights=lengths)
    return float(np.exp(nats))


def bits(perplexity):
    return float(np.log2(perplexity))
