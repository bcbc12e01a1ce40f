"""Attention of a decoder to an encoder (Luong, Pham and Manning 2015).

https://arxiv.org/abs/1508.04025
"""

import paddle
from paddle import Tensor, nn
from paddle.nn.functional import softmax


class LuongAttention(nn.Layer):
    """A weighted mean of the keys, by how well each fits the query.

    Args:
        hidden_size: entries of a query, and of a key.
    """

    def __init__(self, hidden_size: int) -> None:
        super().__init__()
        self.score = nn.Linear(hidden_size, hidden_size, bias_attr=False)

    def forward(
        self, queries: Tensor, keys: Tensor, mask: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Contexts (n, t, h), and the weights (n, t, s) that made them.

        Args:
            queries: states of the decoder, (n, t, h).
            keys: states of the encoder, (n, s, h).
            mask: True where a key is a word, False on padding, (n, s).
        """
        return weigh(self.score(queries) @ keys.mT, keys, mask)


class EvenAttention(nn.Layer):
    """The plain mean of the keys, whatever the query: one fixed summary."""

    def forward(
        self, queries: Tensor, keys: Tensor, mask: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Contexts and weights, of the same shapes as `LuongAttention`'s."""
        scores = paddle.zeros_like(queries @ keys.mT)
        return weigh(scores, keys, mask)


def weigh(scores: Tensor, keys: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
    """The means of the keys by the softmax of their scores, and the weights.

    Args:
        scores: how well each key fits each query, (n, t, s).
        keys: (n, s, h).
        mask: True where a key is a word; others get no weight, (n, s).
    """
    scores = scores.masked_fill(~mask.unsqueeze(1), -paddle.inf)
    weights = softmax(scores, axis=-1)
    return weights @ keys, weights
