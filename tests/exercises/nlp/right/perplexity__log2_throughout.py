"""In bits throughout."""

import numpy as np


def perplexity(p):
    p = np.asarray(p, dtype=float)
    if not p.all():
        return np.inf
    return 2 ** (-np.log2(p).mean())


def joined(perplexities, lengths):
    bits = np.log2(perplexities) @ lengths / np.sum(lengths)
    return 2**bits


def bits(perplexity):
    return np.log(perplexity) / np.log(2)
