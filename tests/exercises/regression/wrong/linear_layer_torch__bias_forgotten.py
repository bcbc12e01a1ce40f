"""The bias is not added.

caught by: test_the_same_as_by_hand
says: the bias is not added
"""

import torch
from torch import nn


class LinearLayer(nn.Module):
    def __init__(self, in_features, out_features, bias=True, scale=0.1):
        super().__init__()
        start = torch.randn(out_features, in_features) * scale
        self.weight = nn.Parameter(start)
        self.bias = nn.Parameter(torch.zeros(out_features)) if bias else None

    def forward(self, x):
        return x @ self.weight.T
