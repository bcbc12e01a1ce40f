"""In eval() no gradient is kept.

caught by: test_the_gradients
says: put into eval()
"""

import paddle
from paddle import nn


class LinearLayer(nn.Layer):
    def __init__(self, in_features, out_features, bias=True, scale=0.1):
        super().__init__()
        start = nn.initializer.Normal(std=scale)
        self.weight = self.create_parameter(
            [in_features, out_features], default_initializer=start
        )
        self.bias = (
            self.create_parameter([out_features], is_bias=True)
            if bias
            else None
        )

    def forward(self, x):
        if not self.training:
            with paddle.no_grad():
                return self.apply_to(x)
        return self.apply_to(x)

    def apply_to(self, x):
        out = x @ self.weight
        return out if self.bias is None else out + self.bias
