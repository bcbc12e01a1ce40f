"""An output of one class loses its axis: (n,) and not (n, 1).

caught by: test_other_classes_and_channels
says: expected was (2, 1)
"""

from torch import nn


class LeNet(nn.Module):
    def __init__(self, classes=10, in_channels=1):
        super().__init__()
        self.net = nn.Sequential(
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
        return self.net(x).squeeze(-1)
