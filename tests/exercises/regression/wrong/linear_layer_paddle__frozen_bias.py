"""Without a bias there is one that cannot learn.

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
        self.bias = self.create_parameter([out_features], is_bias=True)
        self.bias.stop_gradient = not bias

    def forward(self, x):
        return x @ self.weight + self.bias
