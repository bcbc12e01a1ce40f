"""Truncated at −2 and 2, which are no standard deviations.

caught by: test_the_starting_weights
says: With scale=4
"""

import torch
from torch import nn


class LinearLayer(nn.Module):
    def __init__(self, in_features, out_features, bias=True, scale=0.1):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(out_features, in_features))
        if scale:
            nn.init.trunc_normal_(self.weight, std=scale)
        self.bias = nn.Parameter(torch.zeros(out_features)) if bias else None

    def forward(self, x):
        product = x @ self.weight.T
        return product if self.bias is None else product + self.bias
