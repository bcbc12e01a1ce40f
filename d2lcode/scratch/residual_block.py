"""A residual block by hand, forwards (He et al. 2016).

https://arxiv.org/abs/1512.03385
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

Array = NDArray[np.floating]


def convolve(x: Array, kernels: Array, stride: int = 1) -> Array:
    """A convolution whose padding keeps the size at stride 1.

    Args:
        x: pictures, (n, c, h, w).
        kernels: (c', c, k, k), of odd side k.
        stride: how far the window moves.

    Returns:
        (n, c', h', w'), with h' and w' the sizes over the stride, rounded up.

    Raises:
        ValueError: if the kernels are for another number of channels.
    """
    if kernels.ndim != 4 or kernels.shape[1] != x.shape[1]:
        raise ValueError(
            f"kernels has shape {kernels.shape}; expected (c', "
            f"{x.shape[1]}, k, k) for {x.shape[1]} channels"
        )
    k = kernels.shape[-1]
    margin = (k // 2, k // 2)
    x = np.pad(x, ((0, 0), (0, 0), margin, margin))
    windows = sliding_window_view(x, (k, k), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    return np.einsum("nchwij,fcij->nfhw", windows, kernels, optimize=True)


def batch_norm(x: Array, eps: float = 1e-5) -> Array:
    """Mean 0 and variance 1 for each channel, over batch and places.

    Args:
        x: (n, c, h, w).
        eps: keeps a channel that never varies from a division by zero.

    Returns:
        (n, c, h, w).
    """
    mean = x.mean(axis=(0, 2, 3), keepdims=True)
    variance = x.var(axis=(0, 2, 3), keepdims=True)
    return (x - mean) / np.sqrt(variance + eps)


def residual_block(
    x: Array,
    kernels1: Array,
    kernels2: Array,
    projection: Array | None = None,
    stride: int = 1,
) -> Array:
    """Two convolutions, and the input added to what they give.

    Args:
        x: (n, c, h, w).
        kernels1: (c', c, 3, 3).
        kernels2: (c', c', 3, 3).
        projection: (c', c, 1, 1), where x has to change its shape.
        stride: of the first convolution and of the projection.

    Returns:
        (n, c', h', w').

    Raises:
        ValueError: if x and what is added to it differ in shape.
    """
    out = np.maximum(batch_norm(convolve(x, kernels1, stride)), 0)
    out = batch_norm(convolve(out, kernels2))
    shortcut = x
    if projection is not None:
        shortcut = batch_norm(convolve(x, projection, stride))
    if shortcut.shape != out.shape:
        raise ValueError(
            f"x has shape {x.shape} and its residual {out.shape}; "
            "expected equal ones, or a projection"
        )
    return np.maximum(out + shortcut, 0)
