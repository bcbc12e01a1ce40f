"""The tensor leaves the graph half-way.

caught by: test_the_gradient_reaches_every_layer
says: No gradient arrives at the first convolution
"""

from paddle import nn


class LeNet(nn.Layer):
    def __init__(self, classes=10, in_channels=1):
        super().__init__()
        self.layers = nn.Sequential(
            nn.Conv2D(in_channels, 6, 5, padding=2),
            nn.ReLU(),
            nn.MaxPool2D(2),
            nn.Conv2D(6, 16, 5),
            nn.ReLU(),
            nn.MaxPool2D(2),
            nn.Flatten(),
            nn.Linear(400, 120),
            nn.ReLU(),
            nn.Linear(120, 84),
            nn.ReLU(),
            nn.Linear(84, classes),
        )

    def forward(self, x):
        x = self.layers[:6](x).detach()
        return self.layers[6:](x)
