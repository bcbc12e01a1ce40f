"""A small GPT: blocks that see only what stands before them.

Radford et al. 2018; positions by distance: Press et al. 2022,
https://arxiv.org/abs/2108.12409
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from d2lcode._checks import natural, positive_integer
from d2lcode.scratch.nlp.positions import distance_slopes
from d2lcode.scratch.nlp.sampling import draw
from d2lcode.torch.nlp.attention import KeyValueCache
from d2lcode.torch.nlp.transformer_block import TransformerBlock


class GPT(nn.Module):
    """A transformer that predicts the next token at every place.

    Args:
        vocab_size: how many different tokens there are.
        width: of the vectors between the blocks.
        num_heads: of each block's attention.
        depth: how many blocks.
        slopes: what each head charges for a step back, (num_heads,);
            `distance_slopes` if None. With zeros it sees no positions.

    Raises:
        ValueError: a count is below 1, the width no multiple of
            `num_heads`, or there is not one slope for each head.
    """

    slopes: Tensor

    def __init__(
        self,
        vocab_size: int,
        width: int = 64,
        num_heads: int = 4,
        depth: int = 3,
        slopes: Sequence[float] | None = None,
    ) -> None:
        super().__init__()
        positive_integer("vocab_size", vocab_size)
        positive_integer("depth", depth)
        self.embedding = nn.Embedding(vocab_size, width)
        self.blocks = nn.ModuleList(
            TransformerBlock(width, num_heads) for _ in range(depth)
        )
        self.norm = nn.LayerNorm(width)
        charged = distance_slopes(num_heads, slopes)
        self.register_buffer("slopes", torch.tensor(charged).float())
        self.reset(depth, width)

    def reset(self, depth: int, width: int) -> None:
        """Draw new weights: small ones, as GPT-2's are for its width."""
        spread = 0.5 / math.sqrt(width)
        for name, weight in self.named_parameters():
            if name.endswith("bias"):
                nn.init.zeros_(weight)
            elif name.endswith(("out.weight", "network.2.weight")):
                nn.init.normal_(weight, std=spread / math.sqrt(2 * depth))
            elif weight.ndim == 2:
                nn.init.normal_(weight, std=spread)

    def mask(self, queries: int, keys: int) -> Tensor:
        """What is added to the scores, (heads, queries, keys)."""
        place = torch.arange(keys, device=self.slopes.device)
        ahead = place - place[keys - queries :, None]
        charge = self.slopes[:, None, None] * ahead
        return charge.masked_fill(ahead > 0, -math.inf)

    def new_cache(self) -> list[KeyValueCache]:
        """An empty cache for each block."""
        return [KeyValueCache() for _ in self.blocks]

    def forward(
        self, tokens: Tensor, cache: list[KeyValueCache] | None = None
    ) -> Tensor:
        """Logits of the next token: (n, t) -> (n, t, vocab_size).

        Args:
            tokens: int64; with a cache, only those that are new.
            cache: of the tokens before these; takes these up.
        """
        kept = self.new_cache() if cache is None else cache
        new = tokens.shape[1]
        mask = self.mask(new, len(kept[0]) + new)
        x = self.embedding(tokens)
        for block, part in zip(self.blocks, kept, strict=True):
            x = block(x, mask, part)
        # The embedding once more: a token is likely if its vector is near.
        return functional.linear(self.norm(x), self.embedding.weight)

    @torch.inference_mode()
    def write(
        self,
        start: Sequence[int],
        length: int,
        *,
        temperature: float = 1.0,
        top_k: int | None = None,
        seed: int = 0,
        cached: bool = True,
    ) -> list[int]:
        """Draw tokens one by one, each given all those before it.

        Args:
            start: tokens that the text begins with, one or more.
            length: how many to draw.
            temperature: logits are divided by it; 0 takes the largest.
            top_k: draws among so many of the likeliest; all if None.
            seed: of the draws.
            cached: False works everything out anew for every token.

        Returns:
            The tokens drawn, without the start.

        Raises:
            ValueError: start is empty, or a number is out of range.
        """
        if not len(start):
            raise ValueError("start is empty; expected a token or more")
        rng = np.random.default_rng(natural("seed", seed))
        self.eval()
        cache = self.new_cache() if cached else None
        new, drawn = [int(token) for token in start], []
        for _ in range(natural("length", length)):
            x = torch.tensor([new], device=self.slopes.device)
            logits = self(x, cache)[0, -1].cpu().numpy()
            token = draw(logits, rng, temperature, top_k)
            new = [token] if cached else [*new, token]
            drawn.append(token)
        return drawn
