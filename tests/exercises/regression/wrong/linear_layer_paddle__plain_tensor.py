"""The weight is a plain tensor.

caught by: test_a_weight_and_a_bias_of_the_right_shapes
says: Make it with self.create_parameter
"""

import paddle
from paddle import nn


class LinearLayer(nn.Layer):
    def __init__(self, in_features, out_features, bias=True, scale=0.1):
        super().__init__()
        self.weight = paddle.randn([in_features, out_features]) * scale
        self.weight.stop_gradient = False
        self.bias = None
        if bias:
            self.bias = self.create_parameter([out_features], is_bias=True)

    def forward(self, x):
        product = x @ self.weight
        return product if self.bias is None else product + self.bias
