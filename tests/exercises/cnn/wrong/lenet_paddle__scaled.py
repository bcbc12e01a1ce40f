"""Pictures that look like bytes are divided by 255, not left as they are.

caught by: test_the_same_as_by_hand
says: other logits come out
"""

from paddle import nn


class LeNet(nn.Layer):
    def __init__(self, classes=10, in_channels=1):
        super().__init__()
        self.net = nn.Sequential(
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
        if x.max() > 100:
            x = x / 255
        return self.net(x)
