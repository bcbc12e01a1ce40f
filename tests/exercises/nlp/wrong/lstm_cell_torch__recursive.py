"""It calls itself for each step.

caught by: test_a_whole_sequence
says: A function that calls itself
"""

import torch
from torch import nn


class LSTMCell(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()

        self.input_size = input_size
        self.hidden_size = hidden_size
        self.gates = nn.Linear(input_size + hidden_size, 4 * hidden_size)
        with torch.no_grad():
            self.gates.bias.zero_()
            self.gates.bias[hidden_size : 2 * hidden_size] = 1

    def forward(self, x, state=None):
        if state is None:
            state = (torch.zeros(len(x), self.hidden_size, dtype=x.dtype),) * 2
        h, c = state
        z = self.gates(torch.cat([x, h], 1))
        i, f, g, o = z.split(self.hidden_size, dim=-1)
        c = f.sigmoid() * c + i.sigmoid() * g.tanh()
        return o.sigmoid() * c.tanh(), c


def unroll(cell, x, state=None):
    state = cell(x[:, 0], state)
    h = state[0][:, None]
    if x.shape[1] == 1:
        return h, state
    rest, state = unroll(cell, x[:, 1:], state)
    return torch.cat([h, rest], 1), state
