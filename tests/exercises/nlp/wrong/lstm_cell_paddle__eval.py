"""In eval it does nothing.

caught by: test_copies_eval_and_other_types
says: eval
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
        if not self.training:
            return h, c
        z = self.gates(paddle.concat([x, h], axis=1))
        i, f, g, o = paddle.chunk(z, 4, axis=1)
        c = nn.functional.sigmoid(f) * c + nn.functional.sigmoid(i) * g.tanh()
        return nn.functional.sigmoid(o) * c.tanh(), c


def unroll(cell, x, state=None):
    outputs = []
    for step in paddle.unbind(x, axis=1):
        state = cell(step, state)
        outputs.append(state[0])
    return paddle.stack(outputs, axis=1), state
