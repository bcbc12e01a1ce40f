"""Truncated at −2 and 2, which are no standard deviations.

caught by: test_the_starting_weights
says: With scale=4
"""

from paddle import nn


class LinearLayer(nn.Layer):
    def __init__(self, in_features, out_features, bias=True, scale=0.1):
        super().__init__()
        start = (
            nn.initializer.TruncatedNormal(std=scale)
            if scale
            else nn.initializer.Constant(0.0)
        )
        self.weight = self.create_parameter(
            [in_features, out_features], default_initializer=start
        )
        self.bias = (
            self.create_parameter([out_features], is_bias=True)
            if bias
            else None
        )

    def forward(self, x):
        out = x @ self.weight
        return out if self.bias is None else out + self.bias
