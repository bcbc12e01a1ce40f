"""One block of a transformer, normalised before each part.

Vaswani et al. 2017, https://arxiv.org/abs/1706.03762; the place of the
normalisation: Xiong et al. 2020, https://arxiv.org/abs/2002.04745
"""

from __future__ import annotations

from paddle import Tensor, nn

from d2lcode.paddle.initialisation import xavier_init
from d2lcode.paddle.nlp.attention import KeyValueCache, MultiHeadAttention


class TransformerBlock(nn.Layer):
    """Attention between the places, then a small network in each place.

    Args:
        width: of the vectors that come in and go out.
        num_heads: of the attention.

    Raises:
        ValueError: the width is no multiple of `num_heads`.
    """

    def __init__(self, width: int, num_heads: int) -> None:
        super().__init__()
        self.before_attention = nn.LayerNorm(width)
        self.attention = MultiHeadAttention(width, num_heads)
        self.before_network = nn.LayerNorm(width)
        self.network = nn.Sequential(
            nn.Linear(width, 4 * width),
            nn.ReLU(),
            nn.Linear(4 * width, width),
        )
        xavier_init(self)

    def forward(
        self,
        x: Tensor,
        mask: Tensor | None = None,
        cache: KeyValueCache | None = None,
    ) -> Tensor:
        """Add to each vector what the two parts say: the same shape.

        Args:
            x: the vectors, (n, t, width).
            mask: as `MultiHeadAttention` takes it.
            cache: likewise.
        """
        x = x + self.attention(self.before_attention(x), mask, cache)
        return x + self.network(self.before_network(x))
