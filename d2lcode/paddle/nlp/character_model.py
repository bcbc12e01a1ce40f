"""A recurrent language model of characters (Sutskever et al. 2011).

https://icml.cc/2011/papers/524_icmlpaper.pdf
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import paddle
from paddle import Tensor, nn
from paddle.nn.initializer import Constant, Normal

from d2lcode._checks import natural, positive, positive_integer
from d2lcode.paddle.initialisation import xavier_init
from d2lcode.scratch.nlp.sampling import draw

CELLS = {"rnn": nn.SimpleRNN, "lstm": nn.LSTM, "gru": nn.GRU}


class CharacterModel(nn.Layer):
    """Predicts each next character from all those before it.

    Args:
        size: characters in the vocabulary.
        hidden_size: numbers in the state.
        cell: "rnn", "lstm" or "gru".
        embedding_size: numbers in the vector of a character.

    Raises:
        ValueError: if a size is below 1, or there is no such cell.
    """

    def __init__(
        self,
        size: int,
        hidden_size: int,
        cell: str = "lstm",
        embedding_size: int = 64,
    ) -> None:
        super().__init__()
        positive_integer("size", size)
        positive_integer("hidden_size", hidden_size)
        positive_integer("embedding_size", embedding_size)
        if cell not in CELLS:
            raise ValueError(f"cell is {cell!r}; expected one of {[*CELLS]}")
        self.embedding = nn.Embedding(size, embedding_size)
        self.rnn = CELLS[cell](embedding_size, hidden_size)
        self.head = nn.Linear(hidden_size, size)
        self._start()

    def _start(self) -> None:
        """Random weights; biases 0, but an LSTM's first forget bias 1."""
        Normal()(self.embedding.weight)
        for bias in (self.rnn.bias_ih_l0, self.rnn.bias_hh_l0):
            Constant(0.0)(bias)
        if isinstance(self.rnn, nn.LSTM):
            forget = np.zeros((4, self.rnn.hidden_size), dtype="float32")
            forget[1] = 1
            self.rnn.bias_ih_l0.set_value(forget.ravel())
        xavier_init(self.head)

    def forward(self, x: Tensor) -> Tensor:
        """Logits of the next: (n, t) whole numbers -> (n, t, size)."""
        return self.read(x)[0]

    def read(self, x: Tensor, state: Any = None) -> tuple[Tensor, Any]:
        """The logits, and the state behind the last character.

        Args:
            x: characters, (n, t) whole numbers.
            state: behind the character before; None at a beginning.
        """
        outputs, state = self.rnn(self.embedding(x), state)
        return self.head(outputs), state

    @paddle.no_grad()
    def write(
        self,
        start: Sequence[int],
        length: int,
        *,
        temperature: float = 1.0,
        seed: int = 0,
    ) -> list[int]:
        """Draw characters one by one, each given all those before it.

        Args:
            start: numbers that the text begins with, one or more.
            length: how many to draw.
            temperature: logits are divided by it; below 1, what is likely
                becomes likelier.
            seed: of the draws.

        Returns:
            The numbers drawn, without the start.

        Raises:
            ValueError: if start is empty, or a number is out of range.
        """
        if not len(start):
            raise ValueError("start is empty; expected a character or more")
        positive("temperature", temperature)
        rng = np.random.default_rng(natural("seed", seed))
        self.eval()
        x, state, drawn = list(start), None, []
        for _ in range(natural("length", length)):
            logits, state = self.read(paddle.to_tensor([x]), state)
            x = [draw(logits[0, -1].numpy(), rng, temperature)]
            drawn += x
        return drawn
