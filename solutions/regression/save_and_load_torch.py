r"""A file that both can read: the answer.

Three things are easily forgotten. The first is the layout:
PyTorch keeps `(out, in)`,
so the array is turned on its way out and on its way in.
The second is that values go *into* the parameters, by `copy_`: a new
parameter under the old name would be unknown to the optimizer, which would
go on changing the old one. The third is to look before touching anything.
`copy_` broadcasts: a bias of one number would fill a layer of five without
a word.

A layer of three inputs and three outputs shows why shapes are not enough:
turned round, its weight still fits, and predicts nonsense. Only a test of
values notices.
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
    np.savez(
        path,
        weight=layer.weight.detach().cpu().numpy().T,
        bias=layer.bias.detach().cpu().numpy(),
    )


def load_weights(layer: nn.Linear, path: Path) -> None:
    """Put weights that were saved into a layer.

    Args:
        layer: gets the values; its parameters stay the same objects.
        path: of the file to read.

    Raises:
        ValueError: if the shapes in the file are not those of the layer.
    """
    with np.load(path) as arrays:
        weight, bias = arrays["weight"].T, arrays["bias"]
    for parameter, array in ((layer.weight, weight), (layer.bias, bias)):
        if parameter.shape != array.shape:
            wanted = tuple(parameter.shape)
            raise ValueError(f"the file has {array.shape}, not {wanted}")
    with torch.no_grad():
        layer.weight.copy_(torch.from_numpy(weight))
        layer.bias.copy_(torch.from_numpy(bias))
