"""The ReLU between the layers is forgotten.

caught by: test_a_block_adds_to_what_it_is_given
says: the ReLU between the two layers is missing
"""

import numpy as np

WIDTH = 16


def relu(z):
    """Cut off what is negative."""
    return np.maximum(z, 0)


def forward(weights, x, block):
    """List the inputs of all blocks, and the last one's output."""
    first, inner, _ = weights
    hs = [relu(x @ first)]
    for w1, w2 in inner:
        hs.append(block(hs[-1], w1, w2))
    return hs


def gradients(weights, x, y, block, block_gradient):
    """Give the gradients of the mean cross-entropy, as `weights`."""
    inner, last = weights[1:]
    hs = forward(weights, x, block)
    z = hs[-1] @ last
    p = np.exp(z - z.max(axis=1, keepdims=True))
    p = p / p.sum(axis=1, keepdims=True)
    p[np.arange(len(y)), y] -= 1
    p, g_inner = p / len(y), np.zeros_like(inner)
    g = p @ last.T
    for k in reversed(range(len(inner))):
        g, g_inner[k, 0], g_inner[k, 1] = block_gradient(hs[k], *inner[k], g)
    return x.T @ (g * (hs[0] > 0)), g_inner, hs[-1].T @ p


def descend(weights, x, y, lr, steps, block, block_gradient):
    """Take steps of gradient descent with momentum; give new weights."""
    speed = [np.zeros_like(w) for w in weights]
    for _ in range(steps):
        found = gradients(weights, x, y, block, block_gradient)
        speed = [0.9 * v - lr * g for v, g in zip(speed, found, strict=True)]
        weights = [w + v for w, v in zip(weights, speed, strict=True)]
    return weights


def block(h: np.ndarray, w1: np.ndarray, w2: np.ndarray) -> np.ndarray:
    """Add to h what two layers make of it."""
    return h + h @ w1 @ w2


def block_gradient(
    h: np.ndarray, w1: np.ndarray, w2: np.ndarray, g: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Go back through `block`: to h, w1 and w2."""
    a = relu(h @ w1)
    g_inside = g @ w2.T * (a > 0)
    return g + g_inside @ w1.T, h.T @ g_inside, a.T @ g


def train(
    x: np.ndarray, y: np.ndarray, blocks: int, seed: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Train the mended network; its blocks start at zero."""
    rng = np.random.default_rng(seed)
    inner = rng.normal(size=(blocks, 2, WIDTH, WIDTH)) * np.sqrt(2 / WIDTH)
    inner[:, 1] = 0
    first = rng.normal(size=(3, WIDTH))
    last = rng.normal(size=(WIDTH, 2)) * 0.1
    weights = first, inner, last
    return tuple(descend(weights, x, y, 0.01, 120, block, block_gradient))
