"""The second convolution is made once, and all networks share it.

caught by: test_the_gradient_reaches_every_layer
says: share a layer
"""

from paddle import nn

SECOND = nn.Conv2D(6, 16, 5)


class LeNet(nn.Layer):
    def __init__(self, classes=10, in_channels=1):
        super().__init__()
        self.first = nn.Conv2D(in_channels, 6, 5, padding=2)
        self.second = SECOND
        self.dense = nn.Sequential(
            nn.Flatten(),
            nn.Linear(400, 120),
            nn.ReLU(),
            nn.Linear(120, 84),
            nn.ReLU(),
            nn.Linear(84, classes),
        )
        self.pool = nn.MaxPool2D(2)

    def forward(self, x):
        x = self.pool(nn.functional.relu(self.first(x)))
        x = self.pool(nn.functional.relu(self.second(x)))
        return self.dense(x)
