"""What graders ask of a PaddlePaddle model; `with_torch` is its twin.

Weights come as NumPy arrays in one layout for both: dense ones as
(out, in), filters as (out, in, height, width).
"""

from __future__ import annotations

from typing import Any

import numpy as np
import paddle
from paddle import nn

MODULE = nn.Layer
MODULE_NAME = "paddle.nn.Layer"
TENSOR = paddle.Tensor


def set_seed(seed: int) -> None:
    """Make the weights that come next the same each time."""
    paddle.seed(seed)


def tensor(array: np.ndarray) -> paddle.Tensor:
    """Turn an array into a tensor."""
    return paddle.to_tensor(array)


def array(value: Any) -> np.ndarray:
    """Turn a tensor into an array."""
    return np.asarray(value.numpy())


def followed(array: np.ndarray) -> paddle.Tensor:
    """Turn an array into a tensor whose gradient is wanted."""
    return paddle.to_tensor(array, stop_gradient=False)


def double(model: nn.Layer) -> nn.Layer:
    """Turn a model's numbers into float64, in place."""
    return model.to(dtype="float64")


def weights(model: nn.Layer) -> list[np.ndarray]:
    """List the trainable parameters, in the order of their layers.

    Paddle keeps dense weights as (in, out); they are turned round.
    """
    arrays = [array(p) for p in trainable(model)]
    return [a.T.copy() if a.ndim == 2 else a.copy() for a in arrays]


def trainable(model: nn.Layer) -> list[Any]:
    """List the parameters that training changes."""
    return [p for p in model.parameters() if not p.stop_gradient]


def load(model: nn.Layer, other: nn.Layer) -> None:
    """Give a model the weights of another of the same kind."""
    model.set_state_dict(other.state_dict())


@paddle.no_grad()
def set_weights(model: nn.Layer, arrays: list[np.ndarray]) -> None:
    """Give a model what `weights` lists, in its order and layout."""
    for weight, values in zip(trainable(model), arrays, strict=True):
        weight.set_value(tensor(values.T if values.ndim == 2 else values))


def statistics(model: nn.Layer) -> list[tuple[np.ndarray, np.ndarray]]:
    """List the running means and variances, in the order of the layers."""
    pairs = [
        (getattr(m, "_mean", None), getattr(m, "_variance", None))
        for m in model.sublayers(include_self=True)
    ]
    return [
        (array(mean).copy(), array(var).copy())
        for mean, var in pairs
        if mean is not None and var is not None
    ]


def pull(
    model: nn.Layer, x: np.ndarray, g: np.ndarray
) -> tuple[np.ndarray, np.ndarray | None]:
    """Send a gradient g back from the output, through a layer, to x.

    Returns:
        The output, and the gradient in x, None if nothing arrives there.
        The parameters hold theirs.
    """
    at = paddle.to_tensor(x, stop_gradient=False)
    out = model(at)
    go_back((out * tensor(g)).sum())
    return array(out), None if at.grad is None else array(at.grad)


def gradients(model: nn.Layer) -> list[np.ndarray | None]:
    """List the parameters' gradients; None where nothing arrived.

    They are laid out as the weights are.
    """
    grads = [p.grad for p in trainable(model)]
    arrays = [None if g is None else array(g) for g in grads]
    return [a if a is None or a.ndim != 2 else a.T for a in arrays]


def cross_entropy(
    model: nn.Layer, x: np.ndarray, y: np.ndarray
) -> paddle.Tensor:
    """Compute the mean cross-entropy of the model's logits."""
    return nn.functional.cross_entropy(model(tensor(x)), tensor(y))


def backward(model: nn.Layer, x: np.ndarray, y: np.ndarray) -> None:
    """Fill in the gradients of the mean cross-entropy."""
    go_back(cross_entropy(model, x, y))


def go_back(loss: paddle.Tensor) -> None:
    """Fill in the gradients, as far as the graph of the loss reaches."""
    if not loss.stop_gradient:
        loss.backward()


def train(
    model: nn.Layer,
    x: np.ndarray,
    y: np.ndarray,
    *,
    steps: int,
    lr: float,
) -> list[float]:
    """Descend with momentum on the whole of x and y.

    Returns:
        The loss before each step.
    """
    model.train()
    losses = []
    speed = [0.0 * w for w in trainable(model)]
    for _ in range(steps):
        model.clear_gradients()
        loss = cross_entropy(model, x, y)
        go_back(loss)
        step(model, speed, lr)
        losses.append(float(loss))
    return losses


@paddle.no_grad()
def step(model: nn.Layer, speed: list[Any], lr: float) -> None:
    """Change the parameters and their speeds, one speed for each."""
    for i, weight in enumerate(trainable(model)):
        if weight.grad is not None:
            speed[i] = 0.9 * speed[i] - lr * weight.grad
            weight.set_value(weight + speed[i])
