"""Multi-head attention (Vaswani et al. 2017) that keeps what it has seen.

https://arxiv.org/abs/1706.03762
"""

from __future__ import annotations

import math

import paddle
from paddle import Tensor, nn
from paddle.nn import functional

from d2lcode._checks import positive_integer
from d2lcode.paddle.initialisation import xavier_init


class KeyValueCache:
    """The keys and values of all places so far, for one layer."""

    def __init__(self) -> None:
        self.keys: Tensor | None = None
        self.values: Tensor | None = None

    def extend(self, keys: Tensor, values: Tensor) -> tuple[Tensor, Tensor]:
        """Append those of the new places; give all, (n, s, width)."""
        if self.keys is not None and self.values is not None:
            keys = paddle.concat([self.keys, keys], axis=1)
            values = paddle.concat([self.values, values], axis=1)
        self.keys, self.values = keys, values
        return keys, values

    def __len__(self) -> int:
        """How many places it holds."""
        return 0 if self.keys is None else self.keys.shape[1]


class MultiHeadAttention(nn.Layer):
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
        q, k, v = self.qkv(x).split(3, axis=-1)
        if cache is not None:
            k, v = cache.extend(k, v)
        # On a CPU, head by head is faster than moving the axis of heads.
        parts = zip(self._look(q, k, mask), self._cut(v), strict=True)
        return self.out(paddle.concat([p @ part for p, part in parts], -1))

    def weights(self, x: Tensor, mask: Tensor | None = None) -> Tensor:
        """How much each place looks at each: (n, num_heads, t, t).

        Args:
            x: the vectors, (n, t, width).
            mask: as for `forward`.
        """
        q, k, _ = self.qkv(x).split(3, axis=-1)
        return paddle.stack(self._look(q, k, mask), axis=1)

    def _cut(self, x: Tensor) -> list[Tensor]:
        """Each head's part of the vectors, (n, t, size)."""
        return x.split(self.num_heads, axis=-1)

    def _look(self, q: Tensor, k: Tensor, mask: Tensor | None) -> list[Tensor]:
        """Each head's weights, (n, t, s)."""
        masks: list[Tensor | None] = [mask] * self.num_heads
        if mask is not None and mask.ndim == 3:
            masks = list(mask.unbind(axis=0))
        triples = zip(self._cut(q), self._cut(k), masks, strict=True)
        return [_softmax(*triple) for triple in triples]


def _softmax(q: Tensor, k: Tensor, mask: Tensor | None) -> Tensor:
    scores = paddle.matmul(q, k, transpose_y=True) / math.sqrt(q.shape[-1])
    return functional.softmax(scores if mask is None else scores + mask)
