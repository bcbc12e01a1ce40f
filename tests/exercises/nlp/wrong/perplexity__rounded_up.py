"""Whole bits.

caught by: test_bits_per_character
says: whole
"""

import numpy as np


def perplexity(p):
    with np.errstate(divide="ignore"):
        return float(np.exp(-np.mean(np.log(p))))


def joined(perplexities, lengths):
    nats = np.average(np.log(perplexities), weights=lengths)
    return float(np.exp(nats))


def bits(perplexity):
    return float(np.ceil(np.log2(perplexity)))
