"""The scale is given as the mean.

caught by: test_the_starting_weights
says: the mean of 60,000 weights is 0.
says: The first argument of Normal is the mean
"""

from paddle import nn


class LinearLayer(nn.Layer):
    def __init__(self, in_features, out_features, bias=True, scale=0.1):
        super().__init__()
        self.weight = self.create_parameter(
            [in_features, out_features],
            default_initializer=nn.initializer.Normal(scale),
        )
        self.bias = None
        if bias:
            self.bias = self.create_parameter([out_features], is_bias=True)

    def forward(self, x):
        product = x @ self.weight
        return product if self.bias is None else product + self.bias
