"""The weight is kept as it was at first.

caught by: test_copies_eval_and_other_types
says: copy
"""

import torch
from torch import nn


class LSTMCell(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.hidden_size = hidden_size
        gates = nn.Linear(input_size + hidden_size, 4 * hidden_size)
        self.gates = gates
        self.apply_gates = lambda x: gates(x)
        nn.init.zeros_(self.gates.bias)
        nn.init.ones_(self.gates.bias.detach()[hidden_size : 2 * hidden_size])

    def forward(self, x, state=None):
        if state is None:
            zeros = x.new_zeros(len(x), self.hidden_size)
            state = zeros, zeros
        h, c = state
        z = self.apply_gates(torch.cat([x, h], dim=1))
        i, f, g, o = z.chunk(4, dim=1)
        c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
        return torch.sigmoid(o) * torch.tanh(c), c


def unroll(cell, x, state=None):
    outputs = []
    for step in x.unbind(dim=1):
        state = cell(step, state)
        outputs.append(state[0])
    return torch.stack(outputs, dim=1), state
