r"""The loss where there is a word.

A batch of sentences is padded to the longest, and the loss must not hear of
it. Position $j$ of sentence $i$ has the logits $\mathbf z_{ij}$, one for each
of $v$ words, and the right next word $y_{ij}$. Where the sentence is over,
$y_{ij} = -1$. With $M$ for the positions where $y_{ij} \ge 0$, the loss is
the mean of the cross-entropy over these alone, and all of them count alike:

$$
L = -\frac{1}{|M|} \sum_{(i,j) \in M} \log p_{ij,\,y_{ij}}
\qquad \mathbf p_{ij} = \operatorname{softmax}(\mathbf z_{ij})
$$

Write two functions. `masked_loss(logits, y)` returns $L$, one number.
`masked_gradient(logits, y)` returns its derivative with respect to every
logit: a float array of the shape of `logits`, zero wherever there is padding.

`logits` is a float array `(n, t, v)`, float64 or float32; at words it is
finite, but perhaps large. At padding it may hold anything, even NaN or
infinity, which must not spread. `y` is an array `(n, t)` of integers from −1
to $v - 1$. Padding may stand anywhere, and a whole sentence may be nothing
else. If there is no word at all, loss and gradient are zero. Both arrays stay
as they were.

For example, with two words and logits of zero everywhere, `y = [[0, 1, 1],
[1, -1, -1]]` has the loss $\log 2 = 0.6931$. In its gradient the first
position holds `[-0.125, 0.125]`, and the last `[0, 0]`.

Minutes: 20 · Difficulty: 2
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
    raise NotImplementedError


def masked_gradient(logits: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Differentiate the loss with respect to the logits.

    Args:
        logits: (n, t, v).
        y: (n, t), integers; −1 is padding.

    Returns:
        The derivative, (n, t, v); 0 at padding.
    """
    raise NotImplementedError
