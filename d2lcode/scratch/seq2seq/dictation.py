"""Telephone numbers as they are read out in French, and their digits.

A task whose truth is known: “soixante dix sept , zéro six” is 7 7 0 6.
"""

from collections.abc import Iterable

import numpy as np

from d2lcode._checks import positive_integer
from d2lcode.data.pair_set import PairSplit
from d2lcode.data.standins.phrases import spell


def read_out(twos: Iterable[int]) -> str:
    """Say numbers from 0 to 99 in French, a comma between them."""
    return " , ".join(
        f"zéro {spell(k, 'French') if k else 'zéro'}"
        if k < 10
        else spell(k, "French")
        for k in twos
    )


def dictation(n: int, lengths: Iterable[int], seed: int) -> PairSplit:
    """Random telephone numbers: what is said, and the digits to write.

    Args:
        n: how many of each length.
        lengths: of how many two-digit numbers they consist, one after the
            other.
        seed: of the numbers.

    Raises:
        ValueError: `n` or a length is below 1.
    """
    positive_integer("n", n)
    said: list[str] = []
    digits: list[str] = []
    for length in lengths:
        positive_integer("lengths", length)
        rng = np.random.default_rng([seed, length])
        numbers = rng.integers(0, 100, (n, length)).tolist()
        said += map(read_out, numbers)
        digits += (" ".join("".join(f"{k:02d}" for k in r)) for r in numbers)
    return PairSplit(tuple(said), tuple(digits))
