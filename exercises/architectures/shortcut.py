r"""Mend a deep network.

The network below is asked which arm of a double spiral a point lies on. It
has a first layer of 16 neurons, then `blocks` blocks of two layers each, 16
wide, and a last layer. With 20 blocks that makes 42 layers, and whether these
learn at all is luck: run this file, which tries `plain_train` with several
seeds. Mend the network with shortcuts, and train it.

- `block(h, w1, w2)` returns $h + \operatorname{relu}(h W_1)\,W_2$, of shape
  `(n, 16)` as `h`. No ReLU follows the sum.
- `block_gradient(h, w1, w2, g)` gets the gradient `g` of the loss with respect
  to the block's output, `(n, 16)`. It returns those with respect to `h`, `w1`
  and `w2`, in this order, each with the shape of what it belongs to. Where
  the argument of ReLU is not positive, take 0 as its derivative.
- `train(x, y, blocks, seed)` starts from weights that `seed` determines, takes
  **120 steps at most**, and returns the weights `(first, inner, last)`, of
  shapes `(3, 16)`, `(blocks, 2, 16, 16)` and `(16, 2)`.

`d2lcode.scratch.deep_network` has what else you need: `start(blocks, seed)`
draws the weights by He's rule, and `descend(weights, x, y, block,
block_gradient, lr=0.01, steps=120)` trains them. You may change the starting
weights and the learning rate, and write either function yourself.

`x` is `(n, 3)`: two coordinates and a 1, which makes biases unnecessary. `y`
holds the arms, 0 or 1. None of the arguments may change.

The grader trains your network on spirals of its own, of 240 points, with 20
blocks and with 30, with several seeds. Of 600 points that `train` has not
seen, 92 in a hundred must get their own arm; guessing gets 50. **Every** block
must have learnt something. All of it must be done in 60 seconds; the solution
takes one.

Minutes: 30 · Difficulty: 3
"""

import numpy as np

from d2lcode.scratch.deep_network import (
    accuracy,
    descend,
    relu,
    spirals,
    start,
)


def plain_block(h, w1, w2):
    """Two layers, one after the other."""
    return relu(relu(h @ w1) @ w2)


def plain_gradient(h, w1, w2, g):
    """Go back through the two layers."""
    a = relu(h @ w1)
    g = g * (a @ w2 > 0)
    g_inside = g @ w2.T * (a > 0)
    return g_inside @ w1.T, h.T @ g_inside, a.T @ g


def plain_train(x, y, blocks, seed):
    """Train the network without shortcuts, and hope for the best."""
    weights = start(blocks, seed)
    return descend(weights, x, y, plain_block, plain_gradient)


def block(h: np.ndarray, w1: np.ndarray, w2: np.ndarray) -> np.ndarray:
    """Add to h what two layers make of it.

    Args:
        h: (n, 16).
        w1: (16, 16).
        w2: (16, 16).

    Returns:
        (n, 16).
    """
    raise NotImplementedError


def block_gradient(
    h: np.ndarray, w1: np.ndarray, w2: np.ndarray, g: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Go back through `block`.

    Args:
        h: (n, 16), what the block was given.
        w1: (16, 16).
        w2: (16, 16).
        g: (n, 16), the gradient with respect to the block's output.

    Returns:
        The gradients with respect to h, w1 and w2.
    """
    raise NotImplementedError


def train(
    x: np.ndarray, y: np.ndarray, blocks: int, seed: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Train the mended network.

    Args:
        x: (n, 3), points.
        y: (n,), their arms, 0 or 1.
        blocks: how many there are.
        seed: determines the starting weights.

    Returns:
        first (3, 16), inner (blocks, 2, 16, 16) and last (16, 2).
    """
    raise NotImplementedError


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    x, y = spirals(240, rng)
    for blocks in (1, 5, 20, 30):
        runs = [plain_train(x, y, blocks, seed) for seed in range(4)]
        shares = [accuracy(weights, x, y, plain_block) for weights in runs]
        print(f"{blocks:2d} blocks:", *(f"{share:.0%}" for share in shares))
