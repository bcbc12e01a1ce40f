"""Saving stops the gradient of the parameters.

caught by: test_saving_leaves_the_layer_alone
says: no gradient is kept for the layer's weight
"""

import numpy as np


def save_weights(layer, path):
    for p in layer.parameters():
        p.stop_gradient = True
    np.savez(path, weight=layer.weight.numpy(), bias=layer.bias.numpy())


def load_weights(layer, path):
    with np.load(path) as file:
        w, b = file["weight"], file["bias"]
    if w.shape != tuple(layer.weight.shape) or b.shape != tuple(
        layer.bias.shape
    ):
        raise ValueError("shapes")
    layer.weight.set_value(w)
    layer.bias.set_value(b)
