"""By NumPy's unique and searchsorted."""

import numpy as np

UNKNOWN = "\N{REPLACEMENT CHARACTER}"


def build_vocabulary(text, min_count=1):
    characters, counts = np.unique(list(text), return_counts=True)
    order = np.lexsort((characters, -counts))
    return [UNKNOWN] + [
        str(characters[i])
        for i in order
        if counts[i] >= min_count and characters[i] != UNKNOWN
    ]


def encode(text, vocabulary):
    order = np.argsort(vocabulary)
    ranked = np.array(vocabulary)[order]
    letters = np.array(list(text), dtype=ranked.dtype)
    at = np.searchsorted(ranked, letters).clip(max=len(ranked) - 1)
    return np.where(ranked[at] == letters, order[at], 0)


def decode(numbers, vocabulary):
    return "".join(np.array(vocabulary, dtype=object)[list(numbers)])
