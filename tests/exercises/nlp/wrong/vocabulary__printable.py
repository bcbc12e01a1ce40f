"""Characters that cannot be printed are left out.

caught by: test_the_most_frequent_come_first
says: Expected was
"""

from collections import Counter

import numpy as np

UNKNOWN = "\N{REPLACEMENT CHARACTER}"


def build_vocabulary(text, min_count=1):
    counts = Counter(text)
    counts.pop(UNKNOWN, None)
    kept = [
        c
        for c, n in counts.items()
        if n >= min_count and (c.isprintable() or c in "\n\t")
    ]
    return [UNKNOWN, *sorted(kept, key=lambda c: (-counts[c], c))]


def encode(text, vocabulary):
    places = {c: i for i, c in enumerate(vocabulary)}
    return np.array([places.get(c, 0) for c in text], dtype=np.int64)


def decode(numbers, vocabulary):
    return "".join(vocabulary[i] for i in numbers)
