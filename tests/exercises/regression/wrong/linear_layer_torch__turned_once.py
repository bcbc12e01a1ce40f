"""The transpose is taken once, in __init__.

caught by: test_a_copy_and_another_type
says: that was computed from its weight
"""

import torch
from torch import nn


class LinearLayer(nn.Module):
    def __init__(self, in_features, out_features, bias=True, scale=0.1):
        super().__init__()
        self.weight = nn.Parameter(
            torch.randn(out_features, in_features) * scale
        )
        self.bias = nn.Parameter(torch.zeros(out_features)) if bias else None
        self.turned = self.weight.T

    def forward(self, x):
        product = x @ self.turned
        return product if self.bias is None else product + self.bias
