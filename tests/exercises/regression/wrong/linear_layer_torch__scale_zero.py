"""A scale of 0 is taken for none given.

caught by: test_the_starting_weights
says: With scale=0
"""

import torch
from torch import nn


class LinearLayer(nn.Module):
    def __init__(self, in_features, out_features, bias=True, scale=None):
        super().__init__()
        start = torch.randn(out_features, in_features) * (scale or 0.1)
        self.weight = nn.Parameter(start)
        self.bias = nn.Parameter(torch.zeros(out_features)) if bias else None

    def forward(self, x):
        product = x @ self.weight.T
        return product if self.bias is None else product + self.bias
