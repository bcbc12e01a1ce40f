"""Right: lazy layers find out how many channels and numbers come."""

import torch
from torch import nn
from torch.nn import functional as f


class LeNet(nn.Module):
    def __init__(self, classes=10, in_channels=1):
        super().__init__()
        self.c1 = nn.LazyConv2d(6, 5, padding=2)
        self.c2 = nn.LazyConv2d(16, kernel_size=5)
        self.d1 = nn.LazyLinear(120)
        self.d2 = nn.LazyLinear(84)
        self.d3 = nn.LazyLinear(classes)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        h = f.max_pool2d(self.c1(x).relu(), 2, 2)
        h = f.max_pool2d(self.c2(h).relu(), 2, 2)
        h = h.reshape(h.shape[0], -1)
        return self.d3(self.d2(self.d1(h).relu()).relu())
