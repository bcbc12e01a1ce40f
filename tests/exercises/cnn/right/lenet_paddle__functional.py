"""Right: layers one by one, and functions between them."""

from paddle import nn
from paddle.nn import functional as f


class LeNet(nn.Layer):
    def __init__(self, classes=10, in_channels=1):
        super().__init__()
        self.first = nn.Conv2D(in_channels, 6, 5, padding="SAME")
        self.second = nn.Conv2D(6, 16, 5)
        self.dense = nn.LayerList([nn.Linear(400, 120), nn.Linear(120, 84)])
        self.last = nn.Linear(84, classes)

    def forward(self, pictures):
        h = f.max_pool2d(f.relu(self.first(pictures)), 2)
        h = f.relu(f.max_pool2d(self.second(h), 2)).flatten(1)
        for layer in self.dense:
            h = f.relu(layer(h))
        return self.last(h)
