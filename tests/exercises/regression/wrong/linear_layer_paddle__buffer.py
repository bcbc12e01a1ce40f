"""The scale is saved as a third entry.

caught by: test_a_weight_and_a_bias_of_the_right_shapes
says: A buffer is saved, too
"""

import paddle
from paddle import nn


class LinearLayer(nn.Layer):
    def __init__(self, in_features, out_features, bias=True, scale=0.1):
        super().__init__()
        self.register_buffer("scale", paddle.to_tensor(float(scale)))
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
        out = x @ self.weight
        return out if self.bias is None else out + self.bias
