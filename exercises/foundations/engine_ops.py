r"""Four rules for a small engine.

Below is an engine that is even smaller than the one on the page. A `Node`
holds an array, its gradient `grad`, and its `sources`: pairs of a node and its
*pull*, a function that turns the gradient of the result into that of the
node. `backward` sends gradients back along every path. Two operations are
there for you to learn from, `add` and `total`. Write four more, each of which
returns a `Node` with the right value and the right pulls:

- `mul(a, b)`: the product, entry by entry, of two nodes of the same
  shape, whatever it is.
- `tanh(a)`: the hyperbolic tangent of each entry, of any shape, also far
  from 0, where it is 1 or −1. With $t = \tanh a$ its derivative is $1 - t^2$.
- `add_row(a, b)`: `a` of shape `(n, k)` plus the row `b` of shape `(k,)`,
  added to each of the $n$ rows. The gradient of `b` has the shape of `b`.
- `matmul(a, b)`: the matrix product of `(n, d)` and `(d, k)`.

A node may be used twice, as in `mul(a, a)`: `backward` adds the gradients
up, so you need not care. Each operation may stand in a graph many times.
Leave `Node`, `add` and `total` as they are, and do not change the values of
the nodes that come in.

For example, after `c = mul(Node(2.0), Node(5.0))` and `c.backward()`, the
first factor has the gradient 5, and the second 2. To try the others, start
from a single number: `total(add_row(a, b)).backward()`.

Minutes: 25 · Difficulty: 2
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

Pull = Callable[[np.ndarray], np.ndarray]


class Node:
    """An array, its gradient, and what it was made from.

    Args:
        value: numbers of any shape.
        sources: pairs of a node and its pull.
    """

    def __init__(self, value: np.ndarray, *sources: tuple[Node, Pull]) -> None:
        self.value = np.asarray(value, dtype=np.float64)
        self.grad = np.zeros_like(self.value)
        self.sources = sources

    def backward(self, slope: np.ndarray | float = 1.0) -> None:
        """Take in a gradient, and send it on to all sources.

        Args:
            slope: the gradient of the loss in this node, in its shape.
        """
        self.grad = self.grad + slope
        for source, pull in self.sources:
            source.backward(pull(slope))


def add(a: Node, b: Node) -> Node:
    """Add two nodes of one shape."""
    return Node(a.value + b.value, (a, lambda g: g), (b, lambda g: g))


def total(a: Node) -> Node:
    """Add up all entries of a node."""
    shape = a.value.shape
    return Node(a.value.sum(), (a, lambda g: np.broadcast_to(g, shape)))


def mul(a: Node, b: Node) -> Node:
    """Multiply two nodes of one shape, entry by entry."""
    raise NotImplementedError


def tanh(a: Node) -> Node:
    """Take the hyperbolic tangent of each entry."""
    raise NotImplementedError


def add_row(a: Node, b: Node) -> Node:
    """Add the row b, (k,), to every row of a, (n, k)."""
    raise NotImplementedError


def matmul(a: Node, b: Node) -> Node:
    """Multiply the matrices a, (n, d), and b, (d, k)."""
    raise NotImplementedError
