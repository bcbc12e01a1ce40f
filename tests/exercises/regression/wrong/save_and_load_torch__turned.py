"""The weight is saved as PyTorch keeps it.

caught by: test_what_is_in_the_file
says: expected were (3, 2) and (2,)
says: own weight lies
"""

import numpy as np
import torch


def save_weights(layer, path):
    np.savez(
        path,
        weight=layer.weight.detach().cpu().numpy(),
        bias=layer.bias.detach().cpu().numpy(),
    )


def load_weights(layer, path):
    with np.load(path) as arrays:
        weight, bias = arrays["weight"], arrays["bias"]
    for parameter, array in ((layer.weight, weight), (layer.bias, bias)):
        if parameter.shape != array.shape:
            raise ValueError(f"the file has {array.shape}, not {parameter}")
    with torch.no_grad():
        layer.weight.copy_(torch.from_numpy(weight))
        layer.bias.copy_(torch.from_numpy(bias))
