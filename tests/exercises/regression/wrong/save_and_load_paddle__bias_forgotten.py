"""The bias is not loaded.

caught by: test_a_file_from_somewhere_else
says: the layer's bias is not that of the file
"""

import numpy as np


def save_weights(layer, path):
    np.savez(path, weight=layer.weight.numpy(), bias=layer.bias.numpy())


def load_weights(layer, path):
    with np.load(path) as arrays:
        weight, bias = arrays["weight"], arrays["bias"]
    for parameter, array in ((layer.weight, weight), (layer.bias, bias)):
        if tuple(parameter.shape) != array.shape:
            raise ValueError(f"the file has {array.shape}, not {parameter}")
    layer.weight.set_value(weight)
