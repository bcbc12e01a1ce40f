"""The bias is not loaded.

caught by: test_a_file_from_somewhere_else
says: the layer's bias is not that of the file
"""

import numpy as np
import torch


def save_weights(layer, path):
    np.savez(
        path,
        weight=layer.weight.detach().cpu().numpy().T,
        bias=layer.bias.detach().cpu().numpy(),
    )


def load_weights(layer, path):
    with np.load(path) as arrays:
        weight, bias = arrays["weight"].T, arrays["bias"]
    for parameter, array in ((layer.weight, weight), (layer.bias, bias)):
        if parameter.shape != array.shape:
            raise ValueError(f"the file has {array.shape}, not {parameter}")
    with torch.no_grad():
        layer.weight.copy_(torch.from_numpy(weight))
