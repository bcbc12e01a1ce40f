"""An optimizer's moments under names that outlive the process.

PaddlePaddle names an optimizer's tensors by counting the layers and the
optimizers that the process has made, such as `linear_3.w_0_moment1_1`. In a
process that made one more, the same tensor has another name. Here they are
called by the model's own names, such as `classifier.1.weight moment1`.
"""

import re
from typing import Any

import paddle
from paddle import Tensor, nn
from paddle.optimizer import Optimizer

SCHEDULE = "LR_Scheduler"  # Paddle's key for the schedule's position
CHANGING = "need_refuse", "fuse_buffer_version"


def hyper_parameters(optimizer: Optimizer) -> dict[str, Any]:
    """The numbers and rules that an optimizer was made with, by name."""
    numbers = {
        name.lstrip("_"): value
        for name, value in vars(optimizer).items()
        if isinstance(value, int | float)
    }
    rules = {
        name: str(rule)
        for name in ("regularization", "_grad_clip")
        if (rule := getattr(optimizer, name, None)) is not None
    }
    return {k: v for k, v in numbers.items() if k not in CHANGING} | rules


def group_sizes(optimizer: Optimizer) -> list[int]:
    """How many parameters each group of an optimizer has."""
    groups = optimizer._param_groups
    if groups and isinstance(groups[0], dict):
        return [len(group["params"]) for group in groups]
    return [len(groups)]


def _own_names(model: nn.Layer, optimizer: Optimizer) -> dict[str, str]:
    """Paddle's name of each tensor of the optimizer -> the name here."""
    owners = {p.name: name for name, p in model.named_parameters()}
    names = {}
    for key, value in optimizer.state_dict().items():
        if isinstance(value, Tensor):
            owner = max((o for o in owners if key.startswith(o)), key=len)
            kind = re.sub(r"_\d+$", "", key[len(owner) + 1 :])
            names[key] = f"{owners[owner]} {kind}"
    return names


def moments(model: nn.Layer, optimizer: Optimizer) -> dict[str, Any]:
    """An optimizer's tensors, by the model's names, and its schedule."""
    state = optimizer.state_dict()
    names = _own_names(model, optimizer)
    kept = {own: state[key] for key, own in names.items()}
    if SCHEDULE in state:
        kept[SCHEDULE] = state[SCHEDULE]
    return kept


def set_moments(
    model: nn.Layer, optimizer: Optimizer, saved: dict[str, Any]
) -> None:
    """Give an optimizer the tensors that `moments` gave.

    A new optimizer has none before its first step, so it takes one, with
    gradients of zero. That may move the weights: load them afterwards.
    """
    stepped = {name.split(" ")[0] for name in saved}
    for name, parameter in model.named_parameters():
        parameter.clear_gradient()
        if name in stepped:
            (parameter * 0.0).sum().backward()
    with paddle.no_grad():
        optimizer.step()
    optimizer.clear_grad()
    state = optimizer.state_dict()
    for key, own in _own_names(model, optimizer).items():
        state[key] = saved[own]
    if SCHEDULE in saved:
        state[SCHEDULE] = saved[SCHEDULE]
    optimizer.set_state_dict(state)
