"""min_count is taken for a number of characters.

caught by: test_rare_characters_are_left_out
says: how many characters to keep
"""

from collections import Counter

import numpy as np

UNKNOWN = "\N{REPLACEMENT CHARACTER}"


def build_vocabulary(text, min_count=1):
    counts = Counter(text)
    counts.pop(UNKNOWN, None)
    ranked = sorted(counts, key=lambda c: (-counts[c], c))
    return [UNKNOWN, *(ranked if min_count == 1 else ranked[:min_count])]


def encode(text, vocabulary):
    places = {c: i for i, c in enumerate(vocabulary)}
    return np.array([places.get(c, 0) for c in text], dtype=np.int64)


def decode(numbers, vocabulary):
    return "".join(vocabulary[i] for i in numbers)
