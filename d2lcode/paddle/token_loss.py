"""The loss of models that give logits for every token of a sequence."""

import paddle.nn.functional as F  # noqa: N812
from paddle import Tensor

from d2lcode._labels import check_tokens
from d2lcode._structures import Padded


def token_cross_entropy(logits: Tensor, y: Tensor | Padded) -> Tensor:
    """The mean cross-entropy over all tokens that there are.

    Padding, which is any y below 0, counts for nothing. A batch that holds
    nothing else has the loss 0, and gradients of 0.

    Args:
        logits: (n, t, v), for each of v tokens.
        y: (n, t) int64, or `Padded` with such values.

    Raises:
        ValueError: if the shapes do not fit, or, on the CPU, if a token is
            not below v.
    """
    values = y.values if isinstance(y, Padded) else y
    check_tokens(tuple(logits.shape), tuple(values.shape))
    if values.place.is_cpu_place():
        check_tokens(logits.shape, values.shape, values.numpy())
    total = F.cross_entropy(
        logits.flatten(0, 1).astype("float32"),
        values.flatten().clip(min=-1),
        ignore_index=-1,
        reduction="sum",
    )
    return total / (values >= 0).sum().clip(min=1).astype("float32")
