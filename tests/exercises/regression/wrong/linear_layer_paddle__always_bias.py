"""The bias cannot be left out.

caught by: test_without_a_bias
says: the attribute `bias` should be None
"""

from paddle import nn


class LinearLayer(nn.Layer):
    def __init__(self, in_features, out_features, bias=True, scale=0.1):
        super().__init__()
        self.weight = self.create_parameter(
            [in_features, out_features],
            default_initializer=nn.initializer.Normal(std=scale),
        )
        self.bias = None
        if True:
            self.bias = self.create_parameter([out_features], is_bias=True)

    def forward(self, x):
        product = x @ self.weight
        return product if self.bias is None else product + self.bias
