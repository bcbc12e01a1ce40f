"""Half of what goes to the head is cut out of the graph.

caught by: test_the_gradient_reaches_every_layer
says: is not the slope of the loss
"""

import torch
from torch import nn


class LeNet(nn.Module):
    """LeNet-5 for 28×28 pictures.

    Args:
        classes: how many logits each picture gets.
        in_channels: 1 for grey pictures, 3 for colour.
    """

    def __init__(self, classes: int = 10, in_channels: int = 1) -> None:
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(in_channels, 6, 5, padding=2),
            nn.ReLU(),
            nn.MaxPool2d(2),
            nn.Conv2d(6, 16, 5),
            nn.ReLU(),
            nn.MaxPool2d(2),
        )
        self.head = nn.Sequential(
            nn.Flatten(),
            nn.Linear(16 * 5 * 5, 120),
            nn.ReLU(),
            nn.Linear(120, 84),
            nn.ReLU(),
            nn.Linear(84, classes),
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Map pictures (n, in_channels, 28, 28) to logits (n, classes)."""
        maps = self.features(x)
        half = [maps[:, :8], maps[:, 8:].detach()]
        return self.head(torch.cat(half, dim=1))
