"""np.save instead of np.savez.

caught by: test_what_is_in_the_file
says: in its folder there is layer.npz.npy
"""

import numpy as np


def save_weights(layer, path):
    weight = layer.weight.detach().numpy()
    np.save(path, {"weight": weight, "bias": layer.bias.detach().numpy()})


def load_weights(layer, path):
    raise ValueError(f"{path} has other shapes")
