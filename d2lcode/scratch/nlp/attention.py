"""Attention by hand (Vaswani et al. 2017), forward and backward.

https://arxiv.org/abs/1706.03762
"""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from d2lcode._checks import positive_integer

Array = NDArray[Any]


def causal_mask(queries: int, keys: int | None = None) -> Array:
    """What each place may see: itself and what stands before it.

    Args:
        queries: places that ask; they are the last ones of `keys`.
        keys: places that there are, as many as `queries` if None.

    Returns:
        True where a query may see a key, (queries, keys).

    Raises:
        ValueError: `keys` is below `queries`, or `queries` below 1.
    """
    positive_integer("queries", queries)
    keys = queries if keys is None else positive_integer("keys", keys)
    if keys < queries:
        raise ValueError(f"keys is {keys}; expected at least {queries}")
    return np.tri(queries, keys, keys - queries, dtype=bool)


def weights(scores: Array, mask: Array | None = None) -> Array:
    """Softmax along the last axis, over what the mask lets through.

    Args:
        scores: (..., queries, keys).
        mask: True where a query may see a key, of any shape that
            broadcasts to that of the scores.

    Returns:
        Rows that add up to 1; where a query may see nothing, zeros.
    """
    if mask is not None:
        scores = np.where(mask, scores, -np.inf)
    largest = scores.max(axis=-1, keepdims=True)
    powers = np.exp(scores - np.where(np.isfinite(largest), largest, 0))
    total = powers.sum(axis=-1, keepdims=True)
    return powers / np.where(total > 0, total, 1)


def attention(
    q: Array, k: Array, v: Array, mask: Array | None = None
) -> tuple[Array, Array]:
    """Give each query the mean of the values, weighted by its keys.

    Args:
        q: queries (..., queries, d).
        k: keys (..., keys, d).
        v: values (..., keys, size).
        mask: True where a query may see a key, (..., queries, keys).

    Returns:
        The means (..., queries, size), the weights (..., queries, keys).

    Raises:
        ValueError: the shapes of q, k and v do not fit together.
    """
    if q.shape[-1] != k.shape[-1] or k.shape[-2] != v.shape[-2]:
        raise ValueError(
            f"q, k, v have shapes {q.shape}, {k.shape}, {v.shape}; expected "
            "(..., t, d), (..., s, d), (..., s, size)"
        )
    scores = q @ np.swapaxes(k, -1, -2) / math.sqrt(q.shape[-1])
    p = weights(scores, mask)
    return p @ v, p


def attention_backward(
    q: Array, k: Array, v: Array, p: Array, g: Array
) -> tuple[Array, Array, Array]:
    """Give the gradients of a loss with respect to q, k and v.

    Args:
        q: as `attention` was given.
        k: likewise.
        v: likewise; all three with the same leading axes.
        p: the weights that it returned. What a mask hides has weight 0,
            and no gradient.
        g: the gradient with respect to the means that it returned.
    """
    gp = g @ np.swapaxes(v, -1, -2)
    # Softmax: its weighted mean is taken off, as in the softmax of classes.
    gs = p * (gp - (p * gp).sum(axis=-1, keepdims=True))
    gs = gs / math.sqrt(q.shape[-1])
    return gs @ k, np.swapaxes(gs, -1, -2) @ q, np.swapaxes(p, -1, -2) @ g


def split_heads(x: Array, heads: int) -> Array:
    """Cut each vector into equal parts: (n, t, d) -> (n, heads, t, d/heads).

    Raises:
        ValueError: d is no multiple of `heads`.
    """
    n, t, d = x.shape
    if d % positive_integer("heads", heads):
        raise ValueError(f"x has {d} columns; expected a multiple of {heads}")
    return x.reshape(n, t, heads, d // heads).transpose(0, 2, 1, 3)


def join_heads(x: Array) -> Array:
    """Put the parts together again: (n, heads, t, size) -> (n, t, d)."""
    n, heads, t, size = x.shape
    return x.transpose(0, 2, 1, 3).reshape(n, t, heads * size)
