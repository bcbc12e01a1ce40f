r"""Number the characters: the answer.

`Counter` counts in one pass. The key `(-counts[c], c)` sorts by two things at
once: the larger count first, and among equal ones the smaller character.
Without the second half the order would depend on where a character first
stands in the text.

`encode` turns the list into a dictionary before it begins. `vocabulary.index`
would find the same places, but walks along the list for every character: with
4,500 Chinese characters that is a hundred million comparisons.

`places.get(c, 0)` is where unknown characters end up. The type is given,
because an empty list would make an array of real numbers.
"""

from collections import Counter

import numpy as np

UNKNOWN = "\N{REPLACEMENT CHARACTER}"


def build_vocabulary(text: str, min_count: int = 1) -> list[str]:
    """List UNKNOWN, then the characters, the most frequent first."""
    counts = Counter(text)
    counts.pop(UNKNOWN, None)
    kept = [c for c, n in counts.items() if n >= min_count]
    return [UNKNOWN, *sorted(kept, key=lambda c: (-counts[c], c))]


def encode(text: str, vocabulary: list[str]) -> np.ndarray:
    """Give each character's place, 0 for an unknown one: (len(text),)."""
    places = {c: i for i, c in enumerate(vocabulary)}
    return np.array([places.get(c, 0) for c in text], dtype=np.int64)


def decode(numbers: np.ndarray, vocabulary: list[str]) -> str:
    """Give the text that these numbers stand for."""
    return "".join(vocabulary[i] for i in numbers)
