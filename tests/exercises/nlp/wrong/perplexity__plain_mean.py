"""The parts are averaged as they are.

caught by: test_parts_make_a_whole
says: perplexities themselves were averaged
"""

import numpy as np


def perplexity(p):
    with np.errstate(divide="ignore"):
        return float(np.exp(-np.mean(np.log(p))))


def joined(perplexities, lengths):
    return float(np.average(perplexities, weights=lengths))


def bits(perplexity):
    return float(np.log2(perplexity))
