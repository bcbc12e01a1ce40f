"""What `fit` fills in: loss, optimizer, schedule, metrics."""

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import paddle
import paddle.nn.functional as F  # noqa: N812
from paddle import Tensor, nn
from paddle.optimizer import lr as schedules

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
# Where Paddle's defaults are other than PyTorch's, the names of both twins
# mean PyTorch's; Paddle's RMSProp adds epsilon below the root, not after.
OPTIMIZERS: dict[str, Callable[..., paddle.optimizer.Optimizer]] = {
    "sgd": paddle.optimizer.SGD,
    "momentum": partial(paddle.optimizer.Momentum, momentum=0.9),
    "adagrad": partial(paddle.optimizer.Adagrad, epsilon=1e-10),
    "rmsprop": partial(paddle.optimizer.RMSProp, rho=0.99, epsilon=1e-16),
    "adam": paddle.optimizer.Adam,
    "adamw": paddle.optimizer.AdamW,
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
        return F.cross_entropy(outputs, y, axis=1)


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
    optimizer: Any, parameters: list[Tensor], lr: float
) -> paddle.optimizer.Optimizer:
    """The optimizer given, or made of a class, a name or a callable.

    Raises:
        ValueError: if it is a name that is not known.
    """
    if isinstance(optimizer, paddle.optimizer.Optimizer):
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
    return kind(learning_rate=lr, parameters=parameters)


def check_optimizer(
    optimizer: paddle.optimizer.Optimizer, model: nn.Layer, loss: Any
) -> None:
    """Refuse an optimizer that was made for another model.

    Raises:
        ValueError: if none of its parameters are the model's, or some are
            not and the model has others to train. A loss may have some.
    """
    groups = optimizer._param_groups
    held = [
        p
        for g in groups
        for p in (g["params"] if isinstance(g, dict) else [g])
    ]
    known = [*model.parameters()]
    if isinstance(loss, nn.Layer):
        known += loss.parameters()
    named = model.named_parameters()
    trained = {name: p for name, p in named if not p.stop_gradient}
    its_parameters(optimizer, held, known, trained)


def choose_schedule(
    schedule: Any, optimizer: paddle.optimizer.Optimizer
) -> schedules.LRScheduler | None:
    """None, the scheduler given, or one made of step -> factor of lr.

    Raises:
        ValueError: if it is neither, drives another optimizer, or waits
            for something else than the next step.
    """
    if schedule is None:
        return None
    if not isinstance(schedule, schedules.LRScheduler):
        factor = step_factor(schedule)
        decay = schedules.LambdaDecay(optimizer.get_lr(), factor)
        optimizer.set_lr_scheduler(decay)
        return decay
    stepwise(schedule, _parts(schedule))
    if optimizer._learning_rate is not schedule:
        raise other_optimizer(
            schedule, "Optimizer(learning_rate=scheduler, …)"
        )
    return schedule


def _parts(schedule: schedules.LRScheduler) -> list[schedules.LRScheduler]:
    """A scheduler, and the one that follows it where it is a warm-up."""
    after = getattr(schedule, "learning_rate", None)
    if isinstance(after, schedules.LRScheduler):
        return [schedule, *_parts(after)]
    return [schedule]
