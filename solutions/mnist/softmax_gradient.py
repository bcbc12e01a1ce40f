r"""What the logits should hear: the answer.

Write the loss of one row with the fraction taken apart:

$$
-\log p_y = -z_y + \log \sum_l e^{z_l}
$$

The second term's derivative in $z_j$ is $e^{z_j} / \sum_l e^{z_l} = p_j$, so
softmax reappears by itself. The first gives $-1$ at the label and nothing
elsewhere:

$$
\frac{\partial L}{\partial z_{ij}} = \frac1n
\bigl(p_{ij} - \mathbb{1}[j = y_i]\bigr)
$$

What the network says, minus what is true. Each row of it sums to zero:
probability is only ever moved from one class to another.

`gradient[np.arange(n), labels] -= 1` picks one entry in each row. It is safe
to write into `gradient`, because it is an array of our own.
"""

import numpy as np


def softmax_gradient(logits: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Differentiate the mean cross-entropy with respect to the logits.

    Args:
        logits: (n, k), any finite numbers.
        labels: (n,), integers from 0 to k - 1.

    Returns:
        The derivative, (n, k).
    """
    n = len(logits)
    gradient = np.exp(logits - logits.max(axis=1, keepdims=True))
    gradient /= gradient.sum(axis=1, keepdims=True)
    gradient[np.arange(n), labels] -= 1
    return gradient / n
