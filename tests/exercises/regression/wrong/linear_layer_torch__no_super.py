"""The module is not prepared.

caught by: test_a_weight_and_a_bias_of_the_right_shapes
says: Did `__init__` begin with super().__init__()
"""

import torch
from torch import nn


class LinearLayer(nn.Module):
    def __init__(self, in_features, out_features, bias=True, scale=0.1):
        start = torch.randn(out_features, in_features) * scale
        self.weight = nn.Parameter(start)
        self.bias = nn.Parameter(torch.zeros(out_features)) if bias else None

    def forward(self, x):
        product = x @ self.weight.T
        return product if self.bias is None else product + self.bias
