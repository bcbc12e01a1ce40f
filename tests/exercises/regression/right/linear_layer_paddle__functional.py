"""functional.linear, and a ParamAttr."""

import paddle
from paddle import nn
from paddle.nn import functional


class LinearLayer(nn.Layer):
    def __init__(self, in_features, out_features, bias=True, scale=0.1):
        super().__init__()
        attr = paddle.ParamAttr(initializer=nn.initializer.Normal(0.0, scale))
        self.weight = self.create_parameter(
            [in_features, out_features], attr=attr
        )
        self.bias = None
        if bias:
            self.bias = self.create_parameter([out_features], is_bias=True)

    def forward(self, x):
        return functional.linear(x, self.weight, self.bias)
