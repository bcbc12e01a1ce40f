"""Without a bias, a buffer of zeros is saved under another name.

caught by: test_without_a_bias
says: A buffer is saved, too
"""

import torch
from torch import nn


class LinearLayer(nn.Module):
    def __init__(self, in_features, out_features, bias=True, scale=0.1):
        super().__init__()
        self.weight = nn.Parameter(
            torch.randn(out_features, in_features) * scale
        )
        if bias:
            self.bias = nn.Parameter(torch.zeros(out_features))
        else:
            self.bias = None
            self.register_buffer("zeros", torch.zeros(out_features))

    def forward(self, x):
        return x @ self.weight.T + (
            self.zeros if self.bias is None else self.bias
        )
