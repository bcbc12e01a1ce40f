"""Saving puts the layer into eval().

caught by: test_saving_leaves_the_layer_alone
says: was in eval()
"""

import numpy as np


def save_weights(layer, path):
    layer.eval()
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
