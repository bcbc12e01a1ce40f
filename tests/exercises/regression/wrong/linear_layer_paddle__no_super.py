"""The layer is not prepared.

caught by: test_a_weight_and_a_bias_of_the_right_shapes
says: Did `__init__` begin with super().__init__()
"""

from paddle import nn


class LinearLayer(nn.Layer):
    def __init__(self, in_features, out_features, bias=True, scale=0.1):
        self.weight = self.create_parameter(
            [in_features, out_features],
            default_initializer=nn.initializer.Normal(std=scale),
        )
        self.bias = None
        if bias:
            self.bias = self.create_parameter([out_features], is_bias=True)

    def forward(self, x):
        product = x @ self.weight
        return product if self.bias is None else product + self.bias
