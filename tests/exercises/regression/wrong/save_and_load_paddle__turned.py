"""The weight is saved as PyTorch keeps it.

caught by: test_what_is_in_the_file
says: expected were (3, 2) and (2,)
says: own weight lies
"""

import numpy as np


def save_weights(layer, path):
    np.savez(path, weight=layer.weight.numpy().T, bias=layer.bias.numpy())


def load_weights(layer, path):
    with np.load(path) as arrays:
        weight, bias = arrays["weight"].T, arrays["bias"]
    for parameter, array in ((layer.weight, weight), (layer.bias, bias)):
        if tuple(parameter.shape) != array.shape:
            raise ValueError(f"the file has {array.shape}, not {parameter}")
    layer.weight.set_value(weight)
    layer.bias.set_value(bias)
