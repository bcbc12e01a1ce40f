"""NumPy views of the parameters are read and written."""

from pathlib import Path

import numpy as np
from torch import nn


def views(layer: nn.Linear) -> dict[str, np.ndarray]:
    return {
        "weight": layer.weight.detach().numpy().T,
        "bias": layer.bias.detach().numpy(),
    }


def save_weights(layer: nn.Linear, path: Path) -> None:
    np.savez_compressed(path, **views(layer))


def load_weights(layer: nn.Linear, path: Path) -> None:
    mine = views(layer)
    with np.load(path) as file:
        theirs = {name: file[name] for name in mine}
    if any(mine[n].shape != theirs[n].shape for n in mine):
        raise ValueError("the shapes differ")
    for name, view in mine.items():
        view[...] = theirs[name]
