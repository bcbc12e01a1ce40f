"""unroll returns the last h alone.

caught by: test_a_whole_sequence
says: h of every step
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
    outputs = []
    for step in paddle.unbind(x, axis=1):
        state = cell(step, state)
        outputs.append(state[0])
    return outputs[-1], state
