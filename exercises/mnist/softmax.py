r"""From scores to probabilities.

For each picture the network gives ten *logits* (对数几率), one number per
class, of any size and sign. *Softmax* turns them into probabilities that are
positive and sum to one:

$$
p_j = \frac{e^{z_j}}{\sum_{l} e^{z_l}}
$$

Write `softmax(logits)`. `logits` is an array of shape `(n, k)`, of float64 or
float32: $n$ pictures, $k$ classes. Return the probabilities in a float array
of that shape, each row summing to one; five digits after the point are
enough. `logits` stays as it was.

Your answer must hold for *any* finite logits. A network that is quite sure
of itself gives logits such as 1000, and $e^{1000}$ is more than a
floating-point number can carry. Softmax has a property that saves us: what
happens to it when every logit of a row grows by the same amount?

For example, `softmax(np.array([[0.0, 0.0]]))` is `[[0.5, 0.5]]`, and so is
`softmax(np.array([[1000.0, 1000.0]]))`.

Minutes: 10 · Difficulty: 1
"""

import numpy as np


def softmax(logits: np.ndarray) -> np.ndarray:
    """Turn each row of logits into probabilities.

    Args:
        logits: (n, k), any finite numbers.

    Returns:
        Probabilities, (n, k); each row sums to one.
    """
    raise NotImplementedError
