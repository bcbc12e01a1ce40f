"""The bias cannot be left out.

caught by: test_without_a_bias
says: the attribute `bias` should be None
"""

import torch
from torch import nn


class LinearLayer(nn.Module):
    def __init__(self, in_features, out_features, bias=True, scale=0.1):
        super().__init__()
        start = torch.randn(out_features, in_features) * scale
        self.weight = nn.Parameter(start)
        self.bias = nn.Parameter(torch.zeros(out_features))

    def forward(self, x):
        product = x @ self.weight.T
        return product if self.bias is None else product + self.bias
