"""set_state_dict skips what does not fit.

caught by: test_what_does_not_fit_is_refused
says: It should have raised ValueError
"""

import numpy as np


def save_weights(layer, path):
    np.savez(path, weight=layer.weight.numpy(), bias=layer.bias.numpy())


def load_weights(layer, path):
    with np.load(path) as arrays:
        weight, bias = arrays["weight"], arrays["bias"]
    layer.set_state_dict({"weight": weight, "bias": bias})
