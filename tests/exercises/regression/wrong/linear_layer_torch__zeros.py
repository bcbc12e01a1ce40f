"""The weights start at zero.

caught by: test_each_layer_starts_elsewhere
says: All starting weights are 0
"""

import torch
from torch import nn


class LinearLayer(nn.Module):
    def __init__(self, in_features, out_features, bias=True, scale=0.1):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(out_features, in_features))
        self.bias = nn.Parameter(torch.zeros(out_features)) if bias else None

    def forward(self, x):
        product = x @ self.weight.T
        return product if self.bias is None else product + self.bias
