"""The starting weights are drawn by NumPy, and assigned."""

import numpy as np
import paddle
from paddle import nn


class LinearLayer(nn.Layer):
    def __init__(self, in_features, out_features, bias=True, scale=0.1):
        super().__init__()
        drawn = np.random.normal(0, scale, (in_features, out_features))
        start = nn.initializer.Assign(drawn.astype(np.float32))
        self.weight = self.create_parameter(
            drawn.shape, default_initializer=start
        )
        shape = [out_features]
        self.bias = (
            self.create_parameter(shape, is_bias=True) if bias else None
        )

    def forward(self, x):
        product = paddle.matmul(x, self.weight)
        return product if self.bias is None else paddle.add(product, self.bias)
