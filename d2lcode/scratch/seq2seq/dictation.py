"""Telephone numbers as they are read out in French, and their digits.

A task whose truth is known: “soixante dix sept , zéro six” is 7 7 0 6.
"""

import numpy as np

from d2lcode._checks import positive_integer
from d2lcode.data.pair_set import PairSplit
from d2lcode.data.standins.phrases import spell


def read_out(twos: list[int]) -> str:
    """Say numbers from 0 to 99 in French, a comma between them."""
    return " , ".join(
        f"zéro {spell(k, 'French') if k else 'zéro'}"
        if k < 10
        else spell(k, "French")
        for k in twos
    )


def dictation(n: int, twos: int, seed: int) -> PairSplit:
    """Random telephone numbers: what is said, and the digits to write.

    Args:
        n: how many.
        twos: of how many two-digit numbers each consists.
        seed: of the numbers.

    Raises:
        ValueError: `n` or `twos` is below 1.
    """
    positive_integer("n", n)
    positive_integer("twos", twos)
    rng = np.random.default_rng([seed, twos])
    numbers = rng.integers(0, 100, (n, twos)).tolist()
    digits = [" ".join("".join(f"{k:02d}" for k in row)) for row in numbers]
    return PairSplit(tuple(map(read_out, numbers)), tuple(digits))
