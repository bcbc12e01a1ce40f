"""Sorted twice, since sorting keeps the order of equals."""

from collections import Counter

import numpy as np

UNKNOWN = "\N{REPLACEMENT CHARACTER}"


def build_vocabulary(text, min_count=1):
    known = text.replace(UNKNOWN, "")
    counts = Counter(sorted(known))
    frequent = [c for c, n in counts.most_common() if n >= min_count]
    return [UNKNOWN, *frequent]


def encode(text, vocabulary):
    places = {c: i for i, c in enumerate(vocabulary)}
    return np.array([places.get(c, 0) for c in text], dtype=np.int64)


def decode(numbers, vocabulary):
    return "".join(vocabulary[i] for i in numbers)
