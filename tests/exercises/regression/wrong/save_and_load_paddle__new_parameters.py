"""New parameters take the place of the old.

caught by: test_the_parameters_stay_the_same_objects
says: An optimizer still holds the old ones
"""

import numpy as np
import paddle


def save_weights(layer, path):
    np.savez(path, weight=layer.weight.numpy(), bias=layer.bias.numpy())


def load_weights(layer, path):
    with np.load(path) as arrays:
        weight, bias = arrays["weight"], arrays["bias"]
    for parameter, array in ((layer.weight, weight), (layer.bias, bias)):
        if tuple(parameter.shape) != array.shape:
            raise ValueError(f"the file has {array.shape}, not {parameter}")
    layer.weight = layer.create_parameter(
        weight.shape, default_initializer=paddle.nn.initializer.Assign(weight)
    )
    layer.bias = layer.create_parameter(
        bias.shape, default_initializer=paddle.nn.initializer.Assign(bias)
    )
