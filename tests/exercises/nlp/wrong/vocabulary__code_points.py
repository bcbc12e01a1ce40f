"""The numbers are Unicode's.

caught by: test_each_character_gets_its_place
says: code points
"""

from collections import Counter

import numpy as np

UNKNOWN = "\N{REPLACEMENT CHARACTER}"


def build_vocabulary(text, min_count=1):
    counts = Counter(text)
    counts.pop(UNKNOWN, None)
    kept = [c for c, n in counts.items() if n >= min_count]
    return [UNKNOWN, *sorted(kept, key=lambda c: (-counts[c], c))]


def encode(text, vocabulary):
    return np.array([ord(c) for c in text], dtype=np.int64)


def decode(numbers, vocabulary):
    return "".join(vocabulary[i] for i in numbers)
