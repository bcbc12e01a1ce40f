"""Nothing is recorded in forward.

caught by: test_the_gradient_reaches_every_layer
says: No gradient arrives at the first convolution
"""

import torch
from torch import nn


class LeNet(nn.Module):
    def __init__(self, classes=10, in_channels=1):
        super().__init__()
        self.layers = nn.Sequential(
            nn.Conv2d(in_channels, 6, 5, padding=2),
            nn.ReLU(),
            nn.MaxPool2d(2),
            nn.Conv2d(6, 16, 5),
            nn.ReLU(),
            nn.MaxPool2d(2),
            nn.Flatten(),
            nn.Linear(400, 120),
            nn.ReLU(),
            nn.Linear(120, 84),
            nn.ReLU(),
            nn.Linear(84, classes),
        )

    def forward(self, x):
        with torch.no_grad():
            return self.layers(x)
