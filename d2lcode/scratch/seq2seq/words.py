"""A vocabulary of words: sentences as whole numbers, and back."""

from collections import Counter
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from d2lcode._checks import positive_integer

SPECIAL = "<pad>", "<start>", "<end>", "<unknown>"
PAD, START, END, UNKNOWN = range(len(SPECIAL))


class Words:
    """The words of many sentences, numbered from 4, the commonest first.

    0 is padding, 1 the start and 2 the end of a sentence, and 3 stands for
    every word that the vocabulary does not hold.

    Args:
        sentences: where the words are from, tokens spaced.
        min_count: rarer words are left out, and so unknown.

    Raises:
        ValueError: `min_count` is below 1.
    """

    def __init__(self, sentences: Iterable[str], min_count: int = 1) -> None:
        positive_integer("min_count", min_count)
        counts = Counter(w for text in sentences for w in text.split())
        ordered = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
        self.words = [*SPECIAL, *(w for w, k in ordered if k >= min_count)]
        self.numbers = {word: i for i, word in enumerate(self.words)}

    def __len__(self) -> int:
        return len(self.words)

    def encode(self, sentence: str) -> NDArray[np.int64]:
        """Give the number of each of a sentence's words, (t,)."""
        known = self.numbers
        words = sentence.split()
        return np.array([known.get(w, UNKNOWN) for w in words], np.int64)

    def decode(self, numbers: Iterable[int]) -> str:
        """Give the sentence, up to its end token, spaced.

        Raises:
            IndexError: a number is not in the vocabulary.
        """
        tokens = [int(i) for i in numbers]
        tokens = tokens[: tokens.index(END)] if END in tokens else tokens
        return " ".join(self.words[i] for i in tokens if i != START)
