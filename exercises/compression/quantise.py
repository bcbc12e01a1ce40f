r"""Quantise an array to eight bits.

Store an array of real numbers in whole numbers from −128 to 127. Write two
functions.

`quantise(x)` takes a float array of any shape, with at least one number, all
finite, and returns three things: the whole numbers, an array of type int8 in
the shape of `x`; the *scale* (缩放因子), a float; and the *zero point* (零点),
an int. With $l$ the smallest number of `x` and $h$ the largest,

- first widen the range so that it holds 0: a positive $l$ becomes 0, and so
  does a negative $h$, because 0 must be stored exactly (padding and ReLU make
  so many of them);
- the scale is $s = (h - l) / 255$, or 1 if the range is empty, when all
  numbers are 0;
- the zero point is $z = -128 - l/s$, rounded to a whole number;
- a number $v$ is stored as $v/s$, rounded, plus $z$, and what then lies
  outside −128 … 127 is cut off there.

`dequantise(q, scale, zero_point)` gives the numbers back that the whole ones
stand for, $s\,(q - z)$, as a float array of the shape of `q`. Arguments stay
as they were; five digits are enough. How a number exactly between two whole
ones is rounded does not matter.

For example, `quantise(np.array([-1.0, 0.0, 1.55]))` has a scale of 0.01 and
the zero point −28, and stores −128, −28 and 127.

Minutes: 15 · Difficulty: 2
"""

import numpy as np


def quantise(x: np.ndarray) -> tuple[np.ndarray, float, int]:
    """Store x in eight bits.

    Args:
        x: finite numbers, of any shape, at least one.

    Returns:
        Whole numbers in int8, of the same shape; the scale; the zero point.
    """
    raise NotImplementedError


def dequantise(q: np.ndarray, scale: float, zero_point: int) -> np.ndarray:
    """Give back the numbers that whole ones stand for.

    Args:
        q: whole numbers in int8, of any shape.
        scale: above 0.
        zero_point: the whole number that stands for 0.

    Returns:
        Real numbers, of the same shape.
    """
    raise NotImplementedError
