r"""An LSTM cell: the answer, in PaddlePaddle.

One dense layer does the work of eight: the four gates of the input and the
four of the state are rows of a single matrix, and one product is faster than
eight small ones. `paddle.chunk` cuts its output into four.

The state is an argument and a result, never an attribute. A cell that kept it
in `self` would go on from the sequence before, fail when the next batch has
another number of rows, and hold on to the whole graph of everything it ever
read. The zeros of a beginning are made from `x`, so that they have its type,
its device and its rows.

`c * f` makes a new tensor. `c *= f` would change what the caller handed in,
and the values that backpropagation needs.
"""

import paddle
from paddle import nn

State = tuple[paddle.Tensor, paddle.Tensor]


class LSTMCell(nn.Layer):
    """One step of a long short-term memory.

    Args:
        input_size: numbers that come in at each step.
        hidden_size: numbers in h, and in c.
    """

    def __init__(self, input_size: int, hidden_size: int) -> None:
        super().__init__()
        self.hidden_size = hidden_size
        self.gates = nn.Linear(input_size + hidden_size, 4 * hidden_size)
        start = paddle.zeros([4, hidden_size])
        start[1] = 1
        self.gates.bias.set_value(start.flatten())

    def forward(self, x: paddle.Tensor, state: State | None = None) -> State:
        """Map x (n, input_size) and a state to the next state (h, c)."""
        if state is None:
            zeros = paddle.zeros([len(x), self.hidden_size], dtype=x.dtype)
            state = zeros, zeros
        h, c = state
        z = self.gates(paddle.concat([x, h], axis=1))
        i, f, g, o = paddle.chunk(z, 4, axis=1)
        c = nn.functional.sigmoid(f) * c + nn.functional.sigmoid(i) * g.tanh()
        return nn.functional.sigmoid(o) * c.tanh(), c


def unroll(
    cell: LSTMCell, x: paddle.Tensor, state: State | None = None
) -> tuple[paddle.Tensor, State]:
    """Read x (n, t, input_size): every h, (n, t, hidden_size); the state."""
    outputs = []
    for step in paddle.unbind(x, axis=1):
        state = cell(step, state)
        outputs.append(state[0])
    return paddle.stack(outputs, axis=1), state
