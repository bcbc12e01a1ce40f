"""Slices, and a list of states."""

import torch
from torch import nn


class LSTMCell(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.hidden_size = hidden_size
        self.gates = nn.Linear(input_size + hidden_size, 4 * hidden_size)
        nn.init.zeros_(self.gates.bias)
        nn.init.ones_(self.gates.bias.detach()[hidden_size : 2 * hidden_size])

    def forward(self, x, state=None):
        if state is None:
            zeros = x.new_zeros(len(x), self.hidden_size)
            state = zeros, zeros
        h, c = state
        z = self.gates(torch.cat([x, h], dim=1))
        k = self.hidden_size
        gates = torch.sigmoid(z)
        kept = gates[:, k : 2 * k] * c
        c = kept + gates[:, :k] * z[:, 2 * k : 3 * k].tanh()
        return c.tanh() * gates[:, 3 * k :], c


def unroll(cell, x, state=None):
    states = [state]
    for t in range(x.shape[1]):
        states.append(cell(x[:, t], states[-1]))
    outputs = torch.cat([h[:, None] for h, _ in states[1:]], dim=1)
    return outputs, states[-1]
