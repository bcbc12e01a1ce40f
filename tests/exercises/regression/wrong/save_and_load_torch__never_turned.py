"""The weight is turned neither way, and the shapes are compared.

caught by: test_a_file_from_somewhere_else
says: This file fits the layer
says: PyTorch's own weight lies the other way round
"""

import numpy as np
import torch


def save_weights(layer, path):
    np.savez(
        path,
        weight=layer.weight.detach().numpy(),
        bias=layer.bias.detach().numpy(),
    )


def load_weights(layer, path):
    with np.load(path) as arrays:
        weight, bias = arrays["weight"], arrays["bias"]
    for parameter, array in ((layer.weight, weight), (layer.bias, bias)):
        if parameter.shape != array.shape:
            raise ValueError("shape")
    with torch.no_grad():
        layer.weight.copy_(torch.from_numpy(weight))
        layer.bias.copy_(torch.from_numpy(bias))
