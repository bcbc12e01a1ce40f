"""Multi-head attention (Vaswani et al. 2017) that keeps what it has seen.

https://arxiv.org/abs/1706.03762
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

from d2lcode._checks import positive_integer
from d2lcode.torch.initialisation import xavier_init


class KeyValueCache:
    """The keys and values of all places so far, for one layer."""

    def __init__(self) -> None:
        self.keys: Tensor | None = None
        self.values: Tensor | None = None

    def extend(self, keys: Tensor, values: Tensor) -> tuple[Tensor, Tensor]:
        """Append those of the new places; give all, (n, heads, s, size)."""
        if self.keys is not None and self.values is not None:
            keys = torch.cat([self.keys, keys], dim=2)
            values = torch.cat([self.values, values], dim=2)
        self.keys, self.values = keys, values
        return keys, values

    def __len__(self) -> int:
        """How many places it holds."""
        return 0 if self.keys is None else self.keys.shape[2]


class MultiHeadAttention(nn.Module):
    """Several attentions side by side, each on a part of the vector.

    Args:
        width: of the vectors that come in and go out.
        num_heads: how many attentions; a divisor of the width.

    Raises:
        ValueError: the width is no multiple of `num_heads`.
    """

    def __init__(self, width: int, num_heads: int) -> None:
        super().__init__()
        self.num_heads = positive_integer("num_heads", num_heads)
        if positive_integer("width", width) % num_heads:
            raise ValueError(
                f"width is {width}; expected a multiple of {num_heads}"
            )
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        xavier_init(self)

    def forward(
        self,
        x: Tensor,
        mask: Tensor | None = None,
        cache: KeyValueCache | None = None,
    ) -> Tensor:
        """Mix the places of each sequence: (n, t, width) -> the same.

        Args:
            x: the vectors.
            mask: is added to the scores, (t, s) or (num_heads, t, s).
            cache: places before these, which are seen as well; takes
                these up.
        """
        q, k, v = self._split(x)
        if cache is not None:
            k, v = cache.extend(k, v)
        mixed = functional.scaled_dot_product_attention(
            q, k, v, attn_mask=mask
        )
        return self.out(mixed.transpose(1, 2).flatten(2))

    def weights(self, x: Tensor, mask: Tensor | None = None) -> Tensor:
        """How much each place looks at each: (n, num_heads, t, t).

        Args:
            x: the vectors, (n, t, width).
            mask: as for `forward`.
        """
        q, k, _ = self._split(x)
        scores = q @ k.transpose(2, 3) / math.sqrt(q.shape[-1])
        return (scores if mask is None else scores + mask).softmax(dim=-1)

    def _split(self, x: Tensor) -> list[Tensor]:
        """Queries, keys and values of every head, (n, heads, t, size)."""
        n, t, _ = x.shape
        parts = self.qkv(x).view(n, t, 3, self.num_heads, -1)
        return list(parts.permute(2, 0, 3, 1, 4))
