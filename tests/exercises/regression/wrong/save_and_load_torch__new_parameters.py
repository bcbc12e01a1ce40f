"""New parameters take the place of the old.

caught by: test_the_parameters_stay_the_same_objects
says: An optimizer still holds the old ones
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
    layer.weight = torch.nn.Parameter(torch.from_numpy(weight.copy()))
    layer.bias = torch.nn.Parameter(torch.from_numpy(bias))
