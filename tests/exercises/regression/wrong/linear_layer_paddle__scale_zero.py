"""A scale of 0 is taken for none given.

caught by: test_the_starting_weights
says: With scale=0
"""

from paddle import nn


class LinearLayer(nn.Layer):
    def __init__(self, in_features, out_features, bias=True, scale=None):
        super().__init__()
        self.weight = self.create_parameter(
            [in_features, out_features],
            default_initializer=nn.initializer.Normal(std=scale or 0.1),
        )
        self.bias = None
        if bias:
            self.bias = self.create_parameter([out_features], is_bias=True)

    def forward(self, x):
        product = x @ self.weight
        return product if self.bias is None else product + self.bias
