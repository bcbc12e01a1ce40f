r"""An LSTM cell.

Write one step of a long short-term memory as a class
`LSTMCell(input_size, hidden_size)`, and a function that walks it along a
sequence. The cell is a module of your framework (a `torch.nn.Module`, or a
`paddle.nn.Layer`) with one dense layer inside, from `input_size +
hidden_size` numbers to `4 * hidden_size`, and nothing else to learn.

`cell(x, state=None)` takes one step. Here `x` has the shape
`(n, input_size)`, and `state` is a tuple `(h, c)` of two tensors of shape
`(n, hidden_size)`; without one, both are zero. Side by side, `x` in front of
`h`, they go through the dense layer. Its outputs are cut into four equal
parts, in this order: $z_i$, $z_f$, $z_g$, $z_o$. Then

$$
\mathbf c' = \sigma(z_f) \odot \mathbf c + \sigma(z_i) \odot \tanh z_g ,
\qquad
\mathbf h' = \sigma(z_o) \odot \tanh \mathbf c' ,
$$

and the cell returns the new state, the tuple $(\mathbf h', \mathbf c')$.
When a cell is made, the biases of the dense layer are 1 for $z_f$, so that it
begins by remembering, and 0 for the others; its weights are random.

`unroll(cell, x, state=None)` takes a sequence `x` of shape
`(n, t, input_size)`, with $t \ge 1$, and returns a tuple: the `h` of every
step, `(n, t, hidden_size)`, and the state behind the last step, as the cell
returns it. So a sequence can be cut in two and the second half begun with the
state behind the first. Nothing is remembered between calls in any other way,
what you are given stays as it is, and gradients reach every step and the
state. All this holds for a single row, after `eval()`, for a copy of the
cell with other weights, and in `float64`.

Use neither the framework's own LSTM nor its LSTM cell. Solve it in one of the
two frameworks, whichever is yours; the other file may stay as it is.

Minutes: 30 · Difficulty: 3
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
        raise NotImplementedError

    def forward(self, x: paddle.Tensor, state: State | None = None) -> State:
        """Map x (n, input_size) and a state to the next state (h, c)."""
        raise NotImplementedError


def unroll(
    cell: LSTMCell, x: paddle.Tensor, state: State | None = None
) -> tuple[paddle.Tensor, State]:
    """Read x (n, t, input_size): every h, (n, t, hidden_size); the state."""
    raise NotImplementedError
