"""No look at the shapes; copy_ broadcasts or complains.

caught by: test_what_does_not_fit_is_refused
says: A file with another number of inputs (weight (4, 2), bias (2,))
says: expected was a ValueError
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
        layer.weight.copy_(torch.from_numpy(weight))
        layer.bias.copy_(torch.from_numpy(bias))
