r"""A file that both can read: the answer.

Three things are easily forgotten. The first is the layout:
PaddlePaddle keeps
`(in, out)`, as the formula does, and nothing has to be turned.
The second is that values go *into* the parameters, by `set_value`: a new
parameter under the old name would be unknown to the optimizer, which would
go on changing the old one. The third is to look before touching anything.
If only the bias were wrong, the weight would be gone by the time one
notices.

A layer of three inputs and three outputs shows why shapes are not enough:
turned round, its weight still fits, and predicts nonsense. Only a test of
values notices.
"""

from pathlib import Path

import numpy as np
from paddle import nn


def save_weights(layer: nn.Linear, path: Path) -> None:
    """Write a linear layer's weights as arrays.

    Args:
        layer: stays as it is.
        path: of the file to write, ending in `.npz`.
    """
    np.savez(path, weight=layer.weight.numpy(), bias=layer.bias.numpy())


def load_weights(layer: nn.Linear, path: Path) -> None:
    """Put weights that were saved into a layer.

    Args:
        layer: gets the values; its parameters stay the same objects.
        path: of the file to read.

    Raises:
        ValueError: if the shapes in the file are not those of the layer.
    """
    with np.load(path) as arrays:
        weight, bias = arrays["weight"], arrays["bias"]
    for parameter, array in ((layer.weight, weight), (layer.bias, bias)):
        if tuple(parameter.shape) != array.shape:
            wanted = tuple(parameter.shape)
            raise ValueError(f"the file has {array.shape}, not {wanted}")
    layer.weight.set_value(weight)
    layer.bias.set_value(bias)
