"""The weight has two names.

caught by: test_a_weight_and_a_bias_of_the_right_shapes
says: `weight` is a second name for `w`
"""

import torch
from torch import nn


class LinearLayer(nn.Module):
    def __init__(self, in_features, out_features, bias=True, scale=0.1):
        super().__init__()
        self.w = nn.Parameter(torch.randn(out_features, in_features) * scale)
        self.weight = self.w
        self.bias = nn.Parameter(torch.zeros(out_features)) if bias else None

    def forward(self, x):
        product = x @ self.w.T
        return product if self.bias is None else product + self.bias
