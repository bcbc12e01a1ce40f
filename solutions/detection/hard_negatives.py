r"""Which background anchors count?: the answer.

The anchors with a box are given the loss −∞, so that in the order of all
anchors by loss, from the largest down, the background comes first; the first
`negatives` × $p$ of it are marked. The number is bounded by what there is, or
the marks would run on into the anchors with a box. A stable sort of the
negative loss keeps equal ones in their order.

For a batch, `argsort` costs more than it must, since only the largest are
wanted, not their order. Frameworks have `topk` for that.
"""

import numpy as np


def counted(
    loss: np.ndarray, classes: np.ndarray, negatives: int
) -> np.ndarray:
    """Mark the anchors that count in the loss.

    Args:
        loss: of each anchor, (n, a).
        classes: what each should say, (n, a); 0 is background.
        negatives: background anchors for each that has a box.

    Returns:
        A mask, (n, a).
    """
    some = classes != 0
    number = negatives * max(some.sum(), 1)
    hardness = np.where(some, -np.inf, loss).ravel()
    order = np.argsort(-hardness, kind="stable")
    mask = some.ravel()
    mask[order[: min(number, (~some).sum())]] = True
    return mask.reshape(loss.shape)
