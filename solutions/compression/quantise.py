r"""Quantise an array to eight bits: the answer.

Two traps. The range has to hold 0, or there is no whole number that stands
for it exactly: all-positive numbers between 10 and 11 would otherwise get a
zero point far outside of eight bits. And int8 has no room to compute in: in
`q - zero_point` 127 − (−128) is 255, which int8 cannot hold and NumPy turns
into −1 without a word, so q is widened first.

What is lost is at most half a scale for each number within the range, and
nothing for 0.
"""

import numpy as np


def quantise(x: np.ndarray) -> tuple[np.ndarray, float, int]:
    """Store x in eight bits.

    Args:
        x: finite numbers, of any shape, at least one.

    Returns:
        Whole numbers in int8, of the same shape; the scale; the zero point.
    """
    low, high = min(float(x.min()), 0.0), max(float(x.max()), 0.0)
    scale = (high - low) / 255 or 1.0
    zero_point = round(-128 - low / scale)
    q = np.rint(x / scale) + zero_point
    return np.clip(q, -128, 127).astype(np.int8), scale, zero_point


def dequantise(q: np.ndarray, scale: float, zero_point: int) -> np.ndarray:
    """Give back the numbers that whole ones stand for.

    Args:
        q: whole numbers in int8, of any shape.
        scale: above 0.
        zero_point: the whole number that stands for 0.

    Returns:
        Real numbers, of the same shape.
    """
    return scale * (q.astype(float) - zero_point)
