"""What graders ask of a PyTorch model; `with_paddle` is its twin.

Weights come as NumPy arrays in one layout for both: dense ones as
(out, in), filters as (out, in, height, width).
"""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch import nn

MODULE = nn.Module
MODULE_NAME = "torch.nn.Module"
TENSOR = torch.Tensor


def set_seed(seed: int) -> None:
    """Make the weights that come next the same each time."""
    torch.manual_seed(seed)


def tensor(array: np.ndarray) -> torch.Tensor:
    """Turn an array into a tensor."""
    return torch.from_numpy(np.asarray(array, order="C"))


def array(value: Any) -> np.ndarray:
    """Turn a tensor into an array."""
    return value.detach().cpu().numpy()


def followed(array: np.ndarray) -> torch.Tensor:
    """Turn an array into a tensor whose gradient is wanted."""
    return tensor(array.copy()).requires_grad_()


def double(model: nn.Module) -> nn.Module:
    """Turn a model's numbers into float64, in place."""
    return model.double()


def weights(model: nn.Module) -> list[np.ndarray]:
    """List the trainable parameters, in the order of their layers."""
    return [array(p).copy() for p in model.parameters()]


def load(model: nn.Module, other: nn.Module) -> None:
    """Give a model the weights of another of the same kind."""
    model.load_state_dict(other.state_dict())


@torch.no_grad()
def set_weights(model: nn.Module, arrays: list[np.ndarray]) -> None:
    """Give a model what `weights` lists, in its order and layout."""
    for weight, values in zip(model.parameters(), arrays, strict=True):
        weight.copy_(tensor(values))


def statistics(model: nn.Module) -> list[tuple[np.ndarray, np.ndarray]]:
    """List the running means and variances, in the order of the layers."""
    pairs = [
        (getattr(m, "running_mean", None), getattr(m, "running_var", None))
        for m in model.modules()
    ]
    return [
        (array(mean).copy(), array(var).copy())
        for mean, var in pairs
        if mean is not None and var is not None
    ]


def pull(
    model: nn.Module, x: np.ndarray, g: np.ndarray
) -> tuple[np.ndarray, np.ndarray | None]:
    """Send a gradient g back from the output, through a layer, to x.

    Returns:
        The output, and the gradient in x, None if nothing arrives there.
        The parameters hold theirs.
    """
    at = tensor(x).requires_grad_()
    out = model(at)
    go_back((out * tensor(g)).sum())
    return array(out), None if at.grad is None else array(at.grad)


def gradients(model: nn.Module) -> list[np.ndarray | None]:
    """List the parameters' gradients; None where nothing arrived."""
    grads = [p.grad for p in model.parameters()]
    return [None if g is None else array(g) for g in grads]


def cross_entropy(
    model: nn.Module, x: np.ndarray, y: np.ndarray
) -> torch.Tensor:
    """Compute the mean cross-entropy of the model's logits."""
    return nn.functional.cross_entropy(model(tensor(x)), tensor(y))


def backward(model: nn.Module, x: np.ndarray, y: np.ndarray) -> None:
    """Fill in the gradients of the mean cross-entropy."""
    go_back(cross_entropy(model, x, y))


def go_back(loss: torch.Tensor) -> None:
    """Fill in the gradients, as far as the graph of the loss reaches.

    Where it reaches nothing, PyTorch would raise an error; as it is,
    gradients are missing, and the grader can say so.
    """
    if loss.requires_grad:
        loss.backward()


def train(
    model: nn.Module,
    x: np.ndarray,
    y: np.ndarray,
    *,
    steps: int,
    lr: float,
) -> list[float]:
    """Descend with momentum on the whole of x and y.

    The steps are written out, because importing PyTorch's optimizers takes
    longer than all of them.

    Returns:
        The loss before each step.
    """
    model.train()
    losses = []
    speed = [0.0 * w for w in model.parameters()]
    for _ in range(steps):
        model.zero_grad()
        loss = cross_entropy(model, x, y)
        go_back(loss)
        step(model, speed, lr)
        losses.append(loss.item())
    return losses


@torch.no_grad()
def step(model: nn.Module, speed: list[Any], lr: float) -> None:
    """Change the parameters and their speeds, one speed for each."""
    for i, weight in enumerate(model.parameters()):
        if weight.grad is not None:
            speed[i] = 0.9 * speed[i] - lr * weight.grad
            weight.add_(speed[i])
