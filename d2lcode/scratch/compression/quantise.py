"""Numbers in eight bits: quantising, and a product in whole numbers.

Jacob et al. 2018, https://arxiv.org/abs/1712.05877
"""

import numpy as np

Whole = np.ndarray


def grid(
    low: float, high: float, q_min: int = -128, q_max: int = 127
) -> tuple[float, int]:
    """The scale and the zero point that spread whole numbers over a range.

    Args:
        low: the smallest number to be stored; counts as 0 if above it.
        high: the largest; counts as 0 if below it.
        q_min: the whole number for `low`.
        q_max: the one for `high`.

    Raises:
        ValueError: if low is above high, or q_min not below q_max.
    """
    if not low <= high or not q_min < q_max:
        raise ValueError(
            f"low, high, q_min, q_max are {low}, {high}, {q_min}, {q_max}; "
            "expected low <= high and q_min < q_max"
        )
    low, high = min(low, 0.0), max(high, 0.0)
    scale = (high - low) / (q_max - q_min) or 1.0
    return scale, q_min - round(low / scale)


def quantise(
    x: np.ndarray,
    scale: float,
    zero_point: int = 0,
    q_min: int = -128,
    q_max: int = 127,
) -> Whole:
    """Whole numbers for x, (...) -> (...); what is out of range is cut."""
    q = np.rint(np.asarray(x) / np.float32(scale)) + zero_point
    small = np.int8 if q_min < 0 else np.uint8
    return np.clip(q, q_min, q_max).astype(small)


def dequantise(q: Whole, scale: float, zero_point: int = 0) -> np.ndarray:
    """The numbers that whole ones stand for, (...) -> (...) float32."""
    return np.float32(scale) * (q.astype(np.int32) - zero_point)


def product(
    a: Whole, b: Whole, zero_a: int = 0, zero_b: int = 0
) -> np.ndarray:
    """The matrix product of two quantised matrices, exact, in int32.

    Times the two scales it is the product of what they stand for.

    Args:
        a: whole numbers of eight bits, (n, m).
        b: others, (m, k).
        zero_a: the zero point of a.
        zero_b: that of b.
    """
    wide_a, wide_b = a.astype(np.int32), b.astype(np.int32)
    return (wide_a - zero_a) @ (wide_b - zero_b)


def dense(
    x: Whole,
    w: Whole,
    b: np.ndarray,
    x_grid: tuple[float, int],
    w_scale: np.ndarray | float,
    out_grid: tuple[float, int],
    q_min: int = 0,
    q_max: int = 255,
) -> Whole:
    """A dense layer whose input, weights and output are whole numbers.

    Args:
        x: (n, m).
        w: (m, k), with zero point 0.
        b: the bias, (k,), as real numbers.
        x_grid: scale and zero point of x.
        w_scale: of w; one number, or one for each output, (k,).
        out_grid: scale and zero point of the output.
        q_min: the least whole number of the output.
        q_max: the greatest.

    Returns:
        (n, k), quantised by `out_grid`.
    """
    steps = np.float32(x_grid[0]) * np.asarray(w_scale, dtype=np.float32)
    real = product(x, w, x_grid[1]).astype(np.float32) * steps + b
    return quantise(real, *out_grid, q_min, q_max)
