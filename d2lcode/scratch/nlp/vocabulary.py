"""A vocabulary of characters: text as whole numbers, and back."""

from collections import Counter
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from d2lcode._checks import positive_integer

UNKNOWN = "\N{REPLACEMENT CHARACTER}"
"""Stands for every character that the vocabulary does not hold."""


class Vocabulary:
    """The characters of a text, numbered in Unicode order from 1.

    Number 0 is the unknown character. `len` counts it, too.

    Args:
        text: where the characters are taken from: the training text.
        min_count: rarer ones are left out, and so unknown.

    Raises:
        ValueError: if min_count is below 1.
    """

    def __init__(self, text: str, min_count: int = 1) -> None:
        positive_integer("min_count", min_count)
        counts = Counter(text)
        counts.pop(UNKNOWN, None)
        kept = sorted(c for c, n in counts.items() if n >= min_count)
        self.characters = [UNKNOWN, *kept]
        self.numbers = {c: i for i, c in enumerate(self.characters)}

    def __len__(self) -> int:
        return len(self.characters)

    def encode(self, text: str) -> NDArray[np.int64]:
        """Give the number of each character, shape (len(text),)."""
        return np.array([self.numbers.get(c, 0) for c in text], np.int64)

    def decode(self, numbers: Iterable[int]) -> str:
        """Give the characters of these numbers, as one text.

        Raises:
            ValueError: if a number is not in the vocabulary.
        """
        numbers = [int(i) for i in numbers]
        for i in numbers:
            if not 0 <= i < len(self):
                raise ValueError(
                    f"numbers has {i}; expected 0 to {len(self) - 1}"
                )
        return "".join(self.characters[i] for i in numbers)
