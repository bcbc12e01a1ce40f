r"""The loss where there is a word: the answer.

Take the words out first, `logits[y >= 0]`, and what is left is the loss of
any classifier: a table `(m, v)` of logits and a list of $m$ labels. Nothing
at padding is ever computed, so nothing there can spoil the result.

The other way, computing everything and multiplying by a mask of zeros and
ones, has two traps. Zero times NaN is NaN, and zero times infinity is too.
And `y = -1` is a valid index in Python: it means the last word of the
vocabulary, so a forgotten mask raises no error. It teaches the network to
end every sentence with that word.

The mean runs over words. A mean for each sentence first, then over the
sentences, would let each word of a short sentence count for more than one of
a long sentence. Dividing by $n\,t$ would make the learning rate depend on how
much padding a batch happens to have.
"""

import numpy as np


def masked_loss(logits: np.ndarray, y: np.ndarray) -> float:
    """Mean cross-entropy over the positions that hold a word.

    Args:
        logits: (n, t, v).
        y: (n, t), integers; −1 is padding.

    Returns:
        The loss; 0 if there is no word.
    """
    z, labels = logits[y >= 0], y[y >= 0]
    if len(labels) == 0:
        return 0.0
    z = z - z.max(axis=1, keepdims=True)
    right = z[np.arange(len(z)), labels]
    return float(np.mean(np.log(np.exp(z).sum(axis=1)) - right))


def masked_gradient(logits: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Differentiate the loss with respect to the logits.

    Args:
        logits: (n, t, v).
        y: (n, t), integers; −1 is padding.

    Returns:
        The derivative, (n, t, v); 0 at padding.
    """
    gradient = np.zeros(logits.shape)
    z, labels = logits[y >= 0], y[y >= 0]
    if len(labels) == 0:
        return gradient
    p = np.exp(z - z.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    p[np.arange(len(p)), labels] -= 1
    gradient[y >= 0] = p / len(p)
    return gradient
