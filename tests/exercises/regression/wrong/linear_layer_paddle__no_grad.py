"""Nothing is recorded in forward.

caught by: test_the_gradients
says: No gradient arrives at weight
"""

import paddle
from paddle import nn


class LinearLayer(nn.Layer):
    def __init__(self, in_features, out_features, bias=True, scale=0.1):
        super().__init__()
        self.weight = self.create_parameter(
            [in_features, out_features],
            default_initializer=nn.initializer.Normal(std=scale),
        )
        self.bias = None
        if bias:
            self.bias = self.create_parameter([out_features], is_bias=True)

    def forward(self, x):
        with paddle.no_grad():
            product = x @ self.weight
            return product if self.bias is None else product + self.bias
