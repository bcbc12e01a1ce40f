"""Slices, and a list of states."""

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
        k = self.hidden_size
        gates = nn.functional.sigmoid(z)
        kept = gates[:, k : 2 * k] * c
        c = kept + gates[:, :k] * z[:, 2 * k : 3 * k].tanh()
        return c.tanh() * gates[:, 3 * k :], c


def unroll(cell, x, state=None):
    states = [state]
    for t in range(x.shape[1]):
        states.append(cell(x[:, t], states[-1]))
    outputs = paddle.concat([h.unsqueeze(1) for h, _ in states[1:]], axis=1)
    return outputs, states[-1]
