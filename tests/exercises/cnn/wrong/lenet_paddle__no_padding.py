"""The first convolution is not padded.

caught by: test_ten_logits_for_each_picture
says: Is the first convolution padded by 2?
"""

from paddle import nn


class LeNet(nn.Layer):
    def __init__(self, classes=10, in_channels=1):
        super().__init__()
        self.layers = nn.Sequential(
            nn.Conv2D(in_channels, 6, 5),
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
        return self.layers(x)
