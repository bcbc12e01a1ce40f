"""An encoder and a decoder of gated recurrent units, with attention.

Sutskever, Vinyals and Le 2014; Cho et al. 2014; attention as in Luong, Pham
and Manning 2015.
"""

from typing import NamedTuple

import paddle
from paddle import Tensor, nn
from paddle.nn.initializer import Normal, Uniform

from d2lcode._checks import positive_integer
from d2lcode._structures import Padded
from d2lcode.paddle.seq2seq.attention import EvenAttention, LuongAttention


class Memory(NamedTuple):
    """What the encoder leaves of a batch of sentences.

    Attributes:
        keys: a state for each word, zero on padding, (n, s, h).
        mask: True where there is a word, (n, s).
    """

    keys: Tensor
    mask: Tensor


class Encoder(nn.Layer):
    """Reads sentences from both ends, by one GRU for each direction.

    Args:
        vocabulary_size: how many tokens there are; 0 is padding.
        embedding_size: entries of a word's vector.
        hidden_size: entries of a state, half from each direction.

    Raises:
        ValueError: a size is below 1, or `hidden_size` is odd.
    """

    def __init__(
        self, vocabulary_size: int, embedding_size: int, hidden_size: int
    ) -> None:
        super().__init__()
        if positive_integer("hidden_size", hidden_size) % 2:
            raise ValueError(
                f"hidden_size is {hidden_size}, expected an even number"
            )
        self.embedding = nn.Embedding(vocabulary_size, embedding_size)
        self.gru = nn.GRU(
            embedding_size,
            hidden_size // 2,
            direction="bidirect",
        )

    def forward(
        self, tokens: Tensor, lengths: Tensor
    ) -> tuple[Memory, Tensor]:
        """The memory, and the last state of each direction, (1, n, h).

        Args:
            tokens: (n, s) int64, 0 on padding.
            lengths: how many of each row are words, (n,) int64.
        """
        keys, last = self.gru(self.embedding(tokens), sequence_length=lengths)
        mask = paddle.arange(tokens.shape[1]) < lengths.unsqueeze(1)
        return Memory(keys, mask), paddle.concat([*last], -1).unsqueeze(0)


class Decoder(nn.Layer):
    """Writes a sentence token by token, looking back at the encoder's.

    A word's logit is the product of what was computed with the word's own
    vector, so that each word has one vector only (Press and Wolf 2017).

    Args:
        vocabulary_size: how many tokens there are; 0 is padding.
        embedding_size: entries of a word's vector.
        hidden_size: entries of a state.
        attention: False gives every word of the source the same weight.

    Raises:
        ValueError: a size is below 1.
    """

    def __init__(
        self,
        vocabulary_size: int,
        embedding_size: int,
        hidden_size: int,
        attention: bool = True,
    ) -> None:
        super().__init__()
        self.embedding = nn.Embedding(vocabulary_size, embedding_size)
        self.gru = nn.GRU(embedding_size, hidden_size)
        self.attention = (
            LuongAttention(hidden_size) if attention else EvenAttention()
        )
        self.mix = nn.Linear(2 * hidden_size, embedding_size)
        self.bias = self.create_parameter([vocabulary_size], is_bias=True)

    def forward(
        self, tokens: Tensor, state: Tensor, memory: Memory
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Logits of each next token (n, t, v), the new state, the weights.

        Args:
            tokens: what has been written before, (n, t) int64.
            state: (1, n, h).
            memory: the encoder's, of the same n sentences.
        """
        queries, state = self.gru(self.embedding(tokens), state)
        context, weights = self.attention(queries, *memory)
        mixed = self.mix(paddle.concat([queries, context], -1)).tanh()
        logits = mixed @ self.embedding.weight.T + self.bias
        return logits, state, weights


class Seq2Seq(nn.Layer):
    """An encoder and a decoder, trained with the right words before each.

    Weights start between −0.08 and 0.08, biases at zero, and words with
    vectors of some length, so that they are told apart from the start.

    Args:
        source_size: tokens of the source's vocabulary; 0 is padding.
        target_size: tokens of the target's.
        embedding_size: entries of a word's vector.
        hidden_size: entries of a state, an even number.
        attention: False gives every word of the source the same weight.

    Raises:
        ValueError: a size is below 1, or `hidden_size` is odd.
    """

    def __init__(
        self,
        source_size: int,
        target_size: int,
        embedding_size: int = 128,
        hidden_size: int = 256,
        attention: bool = True,
    ) -> None:
        super().__init__()
        sizes = embedding_size, hidden_size
        self.encoder = Encoder(source_size, *sizes)
        self.decoder = Decoder(target_size, *sizes, attention)
        for name, parameter in self.named_parameters():
            _start(name, parameter)

    def forward(self, pair: tuple[Padded, Padded]) -> Tensor:
        """Logits of the next token after each of the target's, (n, t, v).

        Args:
            pair: source sentences, and targets from their start token on.
        """
        source, target = pair
        memory, state = self.encoder(*source)
        return self.decoder(target.values, state, memory)[0]


def _start(name: str, parameter: Tensor) -> None:
    """Give a parameter its starting values."""
    if "embedding" in name:
        Normal(std=0.3)(parameter)
    else:
        bound = 0.0 if "bias" in name else 0.08
        Uniform(-bound, bound)(parameter)
