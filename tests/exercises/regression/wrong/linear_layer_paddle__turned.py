"""The weight lies as in PyTorch.

caught by: test_a_weight_and_a_bias_of_the_right_shapes
says: the other way round
"""

from paddle import nn


class LinearLayer(nn.Layer):
    def __init__(self, in_features, out_features, bias=True, scale=0.1):
        super().__init__()
        self.weight = self.create_parameter(
            [out_features, in_features],
            default_initializer=nn.initializer.Normal(std=scale),
        )
        self.bias = None
        if bias:
            self.bias = self.create_parameter([out_features], is_bias=True)

    def forward(self, x):
        product = x @ self.weight.T
        return product if self.bias is None else product + self.bias
