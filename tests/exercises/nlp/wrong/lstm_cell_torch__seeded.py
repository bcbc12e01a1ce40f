"""Each cell begins with the same weights.

caught by: test_what_it_learns
says: Was a seed set?
"""

import torch
from torch import nn


class LSTMCell(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        torch.manual_seed(0)
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
    out = []
    for t in range(x.shape[1]):
        state = cell(x[:, t], state)
        out.append(state[0])
    return torch.stack(out, 1), state
