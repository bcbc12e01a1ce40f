"""The weight is written before the bias is looked at.

caught by: test_what_does_not_fit_is_refused
says: Compare all the shapes first
"""

import numpy as np


def save_weights(layer, path):
    np.savez(path, weight=layer.weight.numpy(), bias=layer.bias.numpy())


def load_weights(layer, path):
    with np.load(path) as arrays:
        weight, bias = arrays["weight"], arrays["bias"]
    for parameter, array in ((layer.weight, weight), (layer.bias, bias)):
        if tuple(parameter.shape) != array.shape:
            raise ValueError(f"the file has {array.shape}")
        parameter.set_value(array)
