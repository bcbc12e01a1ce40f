"""Pruning: the smallest weights, the weakest channels.

Weights come as `d2lcode.parity.weights` gives them: name -> array, outputs
first, (out, in) or (out, in, k, k), and each layer's bias after its weight.
Channels by their absolute sum: Li et al. 2017,
https://arxiv.org/abs/1608.08710
"""

from collections.abc import Iterable
from itertools import pairwise

import numpy as np

Arrays = dict[str, np.ndarray]


def layers(arrays: Arrays) -> list[str]:
    """The names of the layers, from input to output."""
    return [
        name.removesuffix(".weight")
        for name in arrays
        if name.endswith(".weight")
    ]


def _check(arrays: Arrays, share: float, among: Iterable[str]) -> None:
    if not 0 <= share < 1:
        raise ValueError(f"share is {share}; expected 0 <= share < 1")
    for layer in among:
        if layer not in layers(arrays):
            raise ValueError(
                f"layer {layer!r} is unknown; expected one of "
                f"{', '.join(layers(arrays))}"
            )


def prune_weights(
    arrays: Arrays, share: float, among: Iterable[str] | None = None
) -> Arrays:
    """Copies in which a share of each layer's weights, the smallest, is 0.

    Args:
        arrays: name -> array.
        share: from 0 to below 1.
        among: layers to prune; all, if None.

    Raises:
        ValueError: if the share is out of range or a layer unknown.
    """
    among = layers(arrays) if among is None else list(among)
    _check(arrays, share, among)
    pruned = {name: array.copy() for name, array in arrays.items()}
    for layer in among:
        w = pruned[f"{layer}.weight"]
        smallest = np.argsort(np.abs(w), axis=None)[: int(share * w.size)]
        w.flat[smallest] = 0
    return pruned


def strength(w: np.ndarray) -> np.ndarray:
    """Each channel's sum of absolute weights, (out, ...) -> (out,)."""
    return np.abs(w).reshape(len(w), -1).sum(axis=1)


def prune_channels(
    arrays: Arrays, share: float, among: Iterable[str] | None = None
) -> Arrays:
    """Copies in which a share of each layer's channels, the weakest, is 0.

    Args:
        arrays: name -> array.
        share: from 0 to below 1.
        among: layers to prune; all but the last, if None.

    Raises:
        ValueError: if the share is out of range or a layer unknown.
    """
    among = layers(arrays)[:-1] if among is None else list(among)
    _check(arrays, share, among)
    pruned = {name: array.copy() for name, array in arrays.items()}
    for layer in among:
        w, b = pruned[f"{layer}.weight"], pruned[f"{layer}.bias"]
        weakest = np.argsort(strength(w))[: int(share * len(w))]
        w[weakest], b[weakest] = 0, 0
    return pruned


def _next_inputs(w: np.ndarray, kept: np.ndarray) -> np.ndarray:
    """What the next layer's weights are without the channels left out.

    A dense layer after a convolution has a weight for each pixel of a
    channel: 25 in a row for LeNet's 5 x 5 maps.
    """
    by_channel = w.reshape(len(w), len(kept), -1)[:, kept]
    return by_channel.reshape(len(w), -1, *w.shape[2:])


def compact(arrays: Arrays) -> Arrays:
    """Smaller arrays of the same network, without its channels of zeros.

    A channel whose weights and bias are 0 gives 0 after a ReLU, so that
    what the next layer does with it can be left out as well.
    """
    small = {name: array.copy() for name, array in arrays.items()}
    names = layers(arrays)
    for layer, following in pairwise(names):
        w, b = small[f"{layer}.weight"], small[f"{layer}.bias"]
        kept = (strength(w) > 0) | (b != 0)
        small[f"{layer}.weight"], small[f"{layer}.bias"] = w[kept], b[kept]
        after = f"{following}.weight"
        small[after] = _next_inputs(small[after], kept)
    return small


def widths(arrays: Arrays) -> list[int]:
    """How many channels each layer but the last has."""
    return [len(arrays[f"{name}.weight"]) for name in layers(arrays)[:-1]]
