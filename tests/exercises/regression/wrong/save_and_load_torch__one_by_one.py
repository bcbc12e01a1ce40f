"""The weight is written before the bias is looked at.

caught by: test_what_does_not_fit_is_refused
says: Compare all the shapes first
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
    with torch.no_grad():
        for parameter, array in ((layer.weight, weight), (layer.bias, bias)):
            if parameter.shape != array.shape:
                raise ValueError(f"the file has {array.shape}")
            parameter.copy_(torch.from_numpy(array))
