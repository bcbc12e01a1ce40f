r"""A file that both can read.

PyTorch and PaddlePaddle each save weights in a file of their own, which the
other cannot read. A file of plain NumPy arrays can be read by both, and in
twenty years. Write two functions for a linear layer, that is, an `nn.Linear`
of your framework:

- `save_weights(layer, path)` writes the file with `np.savez`. It holds two
  arrays: `weight`, in the layout of the formula $X W + \mathbf b$, of shape
  `(in, out)`, and `bias`, of shape `(out,)`. PyTorch keeps its weight the
  other way round.
- `load_weights(layer, path)` puts them into a layer that exists already. Its
  parameters stay the same objects, so that an optimizer that knows them goes
  on working. If the shapes do not fit the layer, it raises `ValueError`, and
  the layer stays as it was.

`path` is a `pathlib.Path` that ends in `.npz`.

For example, after `save_weights(nn.Linear(13, 1), path)`, the call
`np.load(path)["weight"].shape` gives `(13, 1)` in both frameworks.

Solve it in one of the two frameworks, whichever is yours; the other file may
stay as it is.

Minutes: 25 · Difficulty: 3
"""

from pathlib import Path

import numpy as np
import torch
from torch import nn


def save_weights(layer: nn.Linear, path: Path) -> None:
    """Write a linear layer's weights as arrays.

    Args:
        layer: stays as it is.
        path: of the file to write, ending in `.npz`.
    """
    raise NotImplementedError


def load_weights(layer: nn.Linear, path: Path) -> None:
    """Put weights that were saved into a layer.

    Args:
        layer: gets the values; its parameters stay the same objects.
        path: of the file to read.

    Raises:
        ValueError: if the shapes in the file are not those of the layer.
    """
    raise NotImplementedError
