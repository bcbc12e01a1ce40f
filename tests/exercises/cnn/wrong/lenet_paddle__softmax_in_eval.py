"""After eval() the network gives probabilities.

caught by: test_the_same_as_by_hand
says: after eval(); softmax follows the last layer
"""

import paddle
from paddle import nn


class LeNet(nn.Layer):
    """LeNet-5 for 28×28 pictures.

    Args:
        classes: how many logits each picture gets.
        in_channels: 1 for grey pictures, 3 for colour.
    """

    def __init__(self, classes: int = 10, in_channels: int = 1) -> None:
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2D(in_channels, 6, 5, padding=2),
            nn.ReLU(),
            nn.MaxPool2D(2),
            nn.Conv2D(6, 16, 5),
            nn.ReLU(),
            nn.MaxPool2D(2),
        )
        self.head = nn.Sequential(
            nn.Flatten(),
            nn.Linear(16 * 5 * 5, 120),
            nn.ReLU(),
            nn.Linear(120, 84),
            nn.ReLU(),
            nn.Linear(84, classes),
        )

    def forward(self, x: paddle.Tensor) -> paddle.Tensor:
        """Map pictures (n, in_channels, 28, 28) to logits (n, classes)."""
        logits = self.head(self.features(x))
        return logits if self.training else nn.functional.softmax(logits)
