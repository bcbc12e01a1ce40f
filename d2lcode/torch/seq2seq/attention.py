"""Attention of a decoder to an encoder (Luong, Pham and Manning 2015).

https://arxiv.org/abs/1508.04025
"""

import torch
from torch import Tensor, nn


class LuongAttention(nn.Module):
    """A weighted mean of the keys, by how well each fits the query.

    Args:
        hidden_size: entries of a query, and of a key.
    """

    def __init__(self, hidden_size: int) -> None:
        super().__init__()
        self.score = nn.Linear(hidden_size, hidden_size, bias=False)

    def forward(
        self, queries: Tensor, keys: Tensor, mask: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Contexts (n, t, h), and the weights (n, t, s) that made them.

        Args:
            queries: states of the decoder, (n, t, h).
            keys: states of the encoder, (n, s, h).
            mask: True where a key is a word, False on padding, (n, s).
        """
        return weigh(self.score(queries) @ keys.transpose(1, 2), keys, mask)


class EvenAttention(nn.Module):
    """The plain mean of the keys, whatever the query: one fixed summary."""

    def forward(
        self, queries: Tensor, keys: Tensor, mask: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Contexts and weights, of the same shapes as `LuongAttention`'s."""
        scores = torch.zeros_like(queries @ keys.transpose(1, 2))
        return weigh(scores, keys, mask)


def weigh(scores: Tensor, keys: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
    """The means of the keys by the softmax of their scores, and the weights.

    Args:
        scores: how well each key fits each query, (n, t, s).
        keys: (n, s, h).
        mask: True where a key is a word; others get no weight, (n, s).
    """
    weights = scores.masked_fill(~mask[:, None], -torch.inf).softmax(dim=-1)
    return weights @ keys, weights
