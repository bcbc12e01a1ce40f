"""In eval() no gradient is kept.

caught by: test_the_gradients
says: put into eval()
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

    def forward(self, x):
        with torch.set_grad_enabled(self.training):
            product = x @ self.weight.T
            return product if self.bias is None else product + self.bias
