"""A ready-made layer inside.

caught by: test_it_is_written_by_hand
says: the framework's own nn.Linear
"""

from torch import nn


class LinearLayer(nn.Module):
    def __init__(self, in_features, out_features, bias=True, scale=0.1):
        super().__init__()
        self.linear = nn.Linear(in_features, out_features, bias)

    def forward(self, x):
        return self.linear(x)
