r"""What the logits should hear.

Row $i$ has the logits $\mathbf z_i$ and the label $y_i$, one of $k$ classes.
Its *cross-entropy* (交叉熵) is $-\log p_{i, y_i}$, where $\mathbf p_i$ is the
softmax of $\mathbf z_i$. The loss of a batch is the mean over its $n$ rows:

$$
L = -\frac1n \sum_{i=1}^{n} \log p_{i, y_i}
$$

Derive $\partial L / \partial z_{ij}$ on paper: it comes out far simpler than
it starts. Then write `softmax_gradient(logits, labels)`. `logits` is an
array `(n, k)` of float64 or float32, finite but perhaps large; `labels` an
integer array `(n,)` of any integer type, with values from 0 to $k - 1$.
Return the derivative of $L$ with respect to every logit, a float array
`(n, k)`. Both arrays stay as they were.

For example, the logits `[[0.0, 0.0]]` with label `[0]` give
`[[-0.5, 0.5]]`: raise the first, lower the second.

Minutes: 20 · Difficulty: 2
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
    raise NotImplementedError
