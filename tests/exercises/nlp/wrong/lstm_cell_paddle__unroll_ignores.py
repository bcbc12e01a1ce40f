"""unroll begins anew in the second half.

caught by: test_two_halves_are_one_sequence
says: handed back in
"""

import paddle
from paddle import nn


class LSTMCell(nn.Layer):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.hidden_size = hidden_size
        self.gates = nn.Linear(input_size + hidden_size, 4 * hidden_size)
        start = paddle.zeros([4, hidden_size])
        start[1] = 1
        self.gates.bias.set_value(start.flatten())

    def forward(self, x, state=None):
        if state is None:
            zeros = paddle.zeros([len(x), self.hidden_size], dtype=x.dtype)
            state = zeros, zeros
        h, c = state
        z = self.gates(paddle.concat([x, h], axis=1))
        i, f, g, o = paddle.chunk(z, 4, axis=1)
        c = nn.functional.sigmoid(f) * c + nn.functional.sigmoid(i) * g.tanh()
        return nn.functional.sigmoid(o) * c.tanh(), c


def unroll(cell, x, state=None):
    state, outputs = None, []
    for step in paddle.unbind(x, axis=1):
        state = cell(step, state)
        outputs.append(state[0])
    return paddle.stack(outputs, axis=1), state
