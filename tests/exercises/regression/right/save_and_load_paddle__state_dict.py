"""Through state_dict and set_state_dict."""

import numpy as np
import paddle


def save_weights(layer, path):
    np.savez(
        str(path), **{k: v.numpy() for k, v in layer.state_dict().items()}
    )


def load_weights(layer, path):
    with np.load(path) as file:
        found = {k: file[k] for k in file.files}
    for name, value in layer.state_dict().items():
        if list(found[name].shape) != list(value.shape):
            raise ValueError(f"{name}: {found[name].shape}")
    layer.set_state_dict({k: paddle.to_tensor(v) for k, v in found.items()})
