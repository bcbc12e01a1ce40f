"""Each cell begins with the same weights.

caught by: test_what_it_learns
says: Was a seed set?
"""

import paddle
from paddle.nn import functional


class LSTMCell(paddle.nn.Layer):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        paddle.seed(0)
        self.k = hidden_size
        b = paddle.concat(
            [
                paddle.zeros([hidden_size]),
                paddle.ones([hidden_size]),
                paddle.zeros([2 * hidden_size]),
            ]
        )
        self.fc = paddle.nn.Linear(
            input_size + hidden_size,
            hidden_size * 4,
            bias_attr=paddle.ParamAttr(
                initializer=paddle.nn.initializer.Assign(b)
            ),
        )

    def forward(self, x, state=None):
        if state is None:
            zero = paddle.zeros_like(x[:, :1]).expand([x.shape[0], self.k])
            state = (zero, zero)
        h, c = state
        z = self.fc(paddle.concat((x, h), -1))
        k = self.k
        i, f, g, o = (
            z[:, :k],
            z[:, k : 2 * k],
            z[:, 2 * k : 3 * k],
            z[:, 3 * k :],
        )
        c = functional.sigmoid(f) * c + functional.sigmoid(
            i
        ) * functional.tanh(g)
        return functional.sigmoid(o) * functional.tanh(c), c


def unroll(cell, x, state=None):
    out = []
    for step in x.transpose([1, 0, 2]):
        state = cell(step, state)
        out.append(state[0])
    return paddle.stack(out).transpose([1, 0, 2]), state
