"""An infinite perplexity has no bits.

caught by: test_bits_per_character
says: expected was inf
"""

import numpy as np


def perplexity(p):
    with np.errstate(divide="ignore"):
        return float(np.exp(-np.mean(np.log(p))))


def joined(perplexities, lengths):
    return float(np.exp(np.average(np.log(perplexities), weights=lengths)))


def bits(perplexity):
    return float(np.log2(perplexity)) if np.isfinite(perplexity) else 0.0
