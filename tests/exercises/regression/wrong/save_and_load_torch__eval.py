"""Saving puts the layer into eval().

caught by: test_saving_leaves_the_layer_alone
says: was in eval()
"""

import numpy as np
import torch


def save_weights(layer, path):
    layer.eval()
    with torch.no_grad():
        np.savez(path, weight=layer.weight.numpy().T, bias=layer.bias.numpy())


def load_weights(layer, path):
    with np.load(path) as file:
        w, b = file["weight"].T, file["bias"]
    if w.shape != tuple(layer.weight.shape) or b.shape != tuple(
        layer.bias.shape
    ):
        raise ValueError("shapes")
    with torch.no_grad():
        layer.weight.copy_(torch.tensor(w))
        layer.bias.copy_(torch.tensor(b))
