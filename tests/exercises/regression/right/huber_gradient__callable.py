"""A callable object, by masks; a list comes back."""

import numpy as np


class HuberGradient:
    """Two masks that share no row."""

    def __call__(self, x, y, w, b, delta):
        r = np.einsum("nd,dk->nk", x, w) + b - y
        inside = np.abs(r) < delta
        pull = np.zeros(r.shape)
        pull[inside] = r[inside]
        pull[~inside] = np.copysign(delta, r[~inside])
        return [
            2 * np.mean(x * pull, axis=0).reshape(w.shape),
            2 * pull.mean(keepdims=True),
        ]


huber_gradient = HuberGradient()
