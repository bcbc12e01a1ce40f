"""What `fit` fills in: loss, optimizer, schedule, metrics."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn
from torch.optim.lr_scheduler import LambdaLR, LRScheduler

from d2lcode import metrics as measures
from d2lcode._checks import (
    its_parameters,
    other_optimizer,
    positive,
    step_factor,
    stepwise,
)
from d2lcode._labels import LabelCheck
from d2lcode._structures import one_array

Loss = Callable[[Any, Any], Tensor]
Metric = Callable[[Any, Any], float]
NO_DEFAULT = "one array, or a loss that is given (loss=…) and takes this"
OPTIMIZERS: dict[str, Callable[..., torch.optim.Optimizer]] = {
    "sgd": torch.optim.SGD,
    "momentum": partial(torch.optim.SGD, momentum=0.9),
    "adagrad": torch.optim.Adagrad,
    "rmsprop": torch.optim.RMSprop,
    "adam": torch.optim.Adam,
    "adamw": torch.optim.AdamW,
}


def squared_error(outputs: Tensor, y: Tensor) -> Tensor:
    """The mean squared error, of equal shapes only.

    Raises:
        ValueError: if the shapes differ; (n, 1) and (n,) would broadcast
            to (n, n) and train on nonsense; or if the model gives a
            structure.
    """
    one_array("the model's output", outputs, NO_DEFAULT)
    if outputs.shape != y.shape:
        raise ValueError(
            f"y has shape {tuple(y.shape)}; expected that of the model's "
            f"outputs, {tuple(outputs.shape)}"
        )
    return F.mse_loss(outputs, y)


class CrossEntropy:
    """The mean cross-entropy of logits (n, k, ...) for classes (n, ...).

    Args:
        targets: name -> all the classes that are to come. Whether they are
            below k is looked at once, when the first logits come.
    """

    def __init__(self, targets: dict[str, Tensor]) -> None:
        arrays = {name: y.cpu().numpy() for name, y in targets.items()}
        self.check = LabelCheck(arrays)

    def __call__(self, outputs: Tensor, y: Tensor) -> Tensor:
        """Give the loss.

        Raises:
            ValueError: if the shapes do not fit or a label is no class, or
                if the model gives a structure.
        """
        one_array("the model's output", outputs, NO_DEFAULT)
        self.check(outputs.shape, y.shape)
        return F.cross_entropy(outputs, y)


def choose_loss(loss: Loss | None, y: Any, valid_y: Any = None) -> Loss:
    """The loss given; else cross-entropy for classes, squared error.

    Raises:
        ValueError: if none is given and y is no single array.
    """
    if loss is not None:
        return loss
    one_array("y", y, NO_DEFAULT)
    one_array("valid.y", valid_y, NO_DEFAULT)
    if y.is_floating_point():
        return squared_error
    more = {} if valid_y is None else {"valid.y": valid_y}
    return CrossEntropy({"y": y} | more)


def name_of(function: Any) -> str:
    """The name of a function or of what else can be called."""
    return getattr(function, "__qualname__", type(function).__name__)


def accuracy(y: np.ndarray, outputs: np.ndarray) -> float:
    """The share of places whose largest logit is that of the class y."""
    return measures.accuracy(y.ravel(), outputs.argmax(1).ravel())


def choose_metrics(
    metrics: dict[str, Metric] | None, outputs: Any, y: Any, loss: Any
) -> dict[str, Metric]:
    """The metrics given; else accuracy where there are logits of classes.

    With a loss that is given, logits are known by their shape, (n, k) for
    classes (n,); there is no default for anything else.
    """
    if metrics is not None:
        return metrics
    if not isinstance(y, Tensor) or not isinstance(outputs, Tensor):
        return {}
    plain = (outputs.ndim, y.ndim) == (2, 1)
    known = not y.is_floating_point() and (loss is None or plain)
    return {"accuracy": accuracy} if known else {}


def choose_optimizer(
    optimizer: Any, parameters: Iterable[nn.Parameter], lr: float
) -> torch.optim.Optimizer:
    """The optimizer given, or made of a class, a name or a callable.

    Raises:
        ValueError: if it is a name that is not known.
    """
    if isinstance(optimizer, torch.optim.Optimizer):
        return optimizer
    if callable(optimizer) and not isinstance(optimizer, type):
        return optimizer(parameters)
    lr = positive("lr", lr)
    kind = OPTIMIZERS.get(optimizer or "sgd", optimizer)
    if not callable(kind):
        raise ValueError(
            f"optimizer is {optimizer!r}; expected an optimizer, its class, "
            f"a callable of the parameters or one of {list(OPTIMIZERS)}"
        )
    return kind(parameters, lr=lr)


def check_optimizer(
    optimizer: torch.optim.Optimizer, model: nn.Module, loss: Any
) -> None:
    """Refuse an optimizer that was made for another model.

    Raises:
        ValueError: if none of its parameters are the model's, or some are
            not and the model has others to train. A loss may have some.
    """
    held = [p for group in optimizer.param_groups for p in group["params"]]
    known = [*model.parameters()]
    if isinstance(loss, nn.Module):
        known += loss.parameters()
    named = model.named_parameters()
    trained = {name: p for name, p in named if p.requires_grad}
    its_parameters(optimizer, held, known, trained)


def choose_schedule(
    schedule: Any, optimizer: torch.optim.Optimizer
) -> LRScheduler | None:
    """None, the scheduler given, or one made of step -> factor of lr.

    Raises:
        ValueError: if it is neither, drives another optimizer, or waits
            for something else than the next step.
    """
    if schedule is None:
        return None
    if not isinstance(schedule, LRScheduler):
        return LambdaLR(optimizer, step_factor(schedule))
    stepwise(schedule, [schedule])
    if schedule.optimizer is not optimizer:
        raise other_optimizer(schedule, "Scheduler(optimizer, …)")
    return schedule
