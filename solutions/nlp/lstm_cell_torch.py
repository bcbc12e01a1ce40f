r"""An LSTM cell: the answer, in PyTorch.

One dense layer does the work of eight: the four gates of the input and the
four of the state are rows of a single matrix, and one product is faster than
eight small ones. `chunk` cuts its output into four.

The state is an argument and a result, never an attribute. A cell that kept it
in `self` would go on from the sequence before, fail when the next batch has
another number of rows, and hold on to the whole graph of everything it ever
read. The zeros of a beginning are made from `x`, so that they have its type,
its device and its rows.

`c * f` makes a new tensor. `c *= f` would change what the caller handed in,
and the values that backpropagation needs.
"""

import torch
from torch import nn

State = tuple[torch.Tensor, torch.Tensor]


class LSTMCell(nn.Module):
    """One step of a long short-term memory.

    Args:
        input_size: numbers that come in at each step.
        hidden_size: numbers in h, and in c.
    """

    def __init__(self, input_size: int, hidden_size: int) -> None:
        super().__init__()
        self.hidden_size = hidden_size
        self.gates = nn.Linear(input_size + hidden_size, 4 * hidden_size)
        nn.init.zeros_(self.gates.bias)
        nn.init.ones_(self.gates.bias.detach()[hidden_size : 2 * hidden_size])

    def forward(self, x: torch.Tensor, state: State | None = None) -> State:
        """Map x (n, input_size) and a state to the next state (h, c)."""
        if state is None:
            zeros = x.new_zeros(len(x), self.hidden_size)
            state = zeros, zeros
        h, c = state
        z = self.gates(torch.cat([x, h], dim=1))
        i, f, g, o = z.chunk(4, dim=1)
        c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
        return torch.sigmoid(o) * torch.tanh(c), c


def unroll(
    cell: LSTMCell, x: torch.Tensor, state: State | None = None
) -> tuple[torch.Tensor, State]:
    """Read x (n, t, input_size): every h, (n, t, hidden_size); the state."""
    outputs = []
    for step in x.unbind(dim=1):
        state = cell(step, state)
        outputs.append(state[0])
    return torch.stack(outputs, dim=1), state
