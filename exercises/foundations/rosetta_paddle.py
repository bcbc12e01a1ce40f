r"""Ten lines of NumPy, in your framework.

Below stand ten functions. Each takes *tensors* (张量) of your framework and
returns one; what it has to do is written in NumPy:

| function | gets | NumPy |
|---|---|---|
| `column_means(x)` | `(n, d)` | `x.mean(axis=0, keepdims=True)` |
| `row_maxima(x)` | `(n, d)` | `x.max(axis=1)` |
| `spread(x)` | `(n, d)` | `x.std(axis=0)` |
| `stack_below(a, b)` | `(n, d)`, `(m, d)` | `np.concatenate([a, b], axis=0)` |
| `channels_first(x)` | `(n, h, w, c)` | `x.transpose(0, 3, 1, 2)` |
| `one_hot(labels, k)` | `(n,)` | `np.eye(k, dtype=np.float32)[labels]` |
| `share_right(hits)` | any shape | `hits.mean(dtype=np.float32)` |
| `backwards(x)` | one axis or more | `x[::-1]` |
| `each_twice(x)` | `(n,)` | `np.repeat(x, 2)` |
| `middle(x)` | `(n,)` | `np.median(x)` |

`x`, `a` and `b` are `float32`, and so are all results. `labels` and `hits`
are `int64`; `hits` holds zeros and ones. The last axis in `channels_first`
holds the *channels* (通道) of each picture, such as its red, green and blue.
*One-hot* (独热编码) rows are zeros, with a single one at the place of the
label. In `x[::-1]` the first axis runs backwards. `middle` and `share_right`
return a tensor of shape `()`; the middle of an even number of values is the
mean of the two in the middle.

Stay within the framework, without a way through NumPy, so that the functions
work on any device and autograd can follow them. The tensors that come in stay
as they were.

Solve it in one of the two frameworks, whichever is yours; the other file may
stay as it is.

Minutes: 25 · Difficulty: 2
"""

import paddle


def column_means(x: paddle.Tensor) -> paddle.Tensor:
    """The mean of each column, (n, d) to (1, d)."""
    raise NotImplementedError


def row_maxima(x: paddle.Tensor) -> paddle.Tensor:
    """The greatest of each row, (n, d) to (n,)."""
    raise NotImplementedError


def spread(x: paddle.Tensor) -> paddle.Tensor:
    """The standard deviation of each column, over n: (n, d) to (d,)."""
    raise NotImplementedError


def stack_below(a: paddle.Tensor, b: paddle.Tensor) -> paddle.Tensor:
    """The rows of a, then those of b: (n, d), (m, d) to (n + m, d)."""
    raise NotImplementedError


def channels_first(x: paddle.Tensor) -> paddle.Tensor:
    """Put the channels second: (n, h, w, c) to (n, c, h, w)."""
    raise NotImplementedError


def one_hot(labels: paddle.Tensor, k: int) -> paddle.Tensor:
    """A one at each label: (n,) to (n, k), float32."""
    raise NotImplementedError


def share_right(hits: paddle.Tensor) -> paddle.Tensor:
    """The share of ones among zeros and ones, float32, ()."""
    raise NotImplementedError


def backwards(x: paddle.Tensor) -> paddle.Tensor:
    """The first axis from its end to its start."""
    raise NotImplementedError


def each_twice(x: paddle.Tensor) -> paddle.Tensor:
    """Each number twice: (n,) to (2 n,)."""
    raise NotImplementedError


def middle(x: paddle.Tensor) -> paddle.Tensor:
    """The median; of an even number, the mean of the middle two."""
    raise NotImplementedError
