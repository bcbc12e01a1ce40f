"""The same weights in both frameworks, and how far apart they then are.

Weights travel as NumPy arrays under PyTorch's names and in its layout:

- a linear layer's weight is (out, in) in PyTorch and (in, out) in Paddle;
- running statistics are `running_mean`, `running_var` in PyTorch and
  `_mean`, `_variance` in Paddle; an instance norm's weight is its `scale`;
- recurrent layers agree: the order of the gates of an LSTM (i, f, g, o)
  and a GRU (r, z, n), two biases, where the GRU resets; Paddle lists their
  weights a second time, under the names of cells, which are left out;
- `momentum` of a batch norm is the new value's share in PyTorch and the
  old one's in Paddle: 0.1 there is 0.9 here. It is no weight and is not
  carried; give each model its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from d2lcode._structures import each, leaves

NAMES = {"_mean": "running_mean", "_variance": "running_var"}
UNCARRIED = "num_batches_tracked"  # a counter that only PyTorch keeps
Arrays = dict[str, np.ndarray]


def is_torch(model: Any) -> bool:
    """Whether a model is PyTorch's; asks without importing PyTorch."""
    return any(
        base.__module__.startswith("torch.") for base in type(model).__mro__
    )


def _common(model: Any, name: str) -> str:
    """PyTorch's name for what Paddle calls `name` in this model."""
    path, _, last = name.rpartition(".")
    owner = model
    for part in filter(None, path.split(".")):
        owner = getattr(owner, part)
    if last == "scale" and "InstanceNorm" in type(owner).__name__:
        last = "weight"
    return f"{path}.{NAMES.get(last, last)}".lstrip(".")


def _linear_weights(model: Any) -> set[str]:
    """The names, in Paddle, of what is transposed there."""
    import paddle

    return {
        f"{name}.weight".lstrip(".")
        for name, layer in model.named_sublayers(include_self=True)
        if isinstance(layer, paddle.nn.Linear)
    }


def _named_twice(model: Any) -> tuple[str, ...]:
    """How the second names begin that Paddle gives to recurrent weights."""
    import paddle

    layers = model.named_sublayers(include_self=True)
    return tuple(
        f"{name}.{step}.cell".lstrip(".")
        for name, layer in layers
        if isinstance(layer, paddle.nn.layer.rnn.RNNBase)
        for step in range(len(layer))
    )


def weights(model: Any) -> Arrays:
    """Copies of a model's parameters and running statistics.

    Args:
        model: of either framework.

    Returns:
        name -> array, both as in PyTorch.
    """
    return _arrays(model, model.state_dict())


def _arrays(model: Any, tensors: Mapping[str, Any]) -> Arrays:
    if is_torch(model):
        return {
            name: tensor.detach().cpu().numpy().copy()
            for name, tensor in tensors.items()
            if not name.endswith(UNCARRIED)
        }
    turned, again = _linear_weights(model), _named_twice(model)
    return {
        _common(model, name): (
            tensor.numpy().T if name in turned else tensor.numpy()
        ).copy()
        for name, tensor in tensors.items()
        if not name.startswith(again)
    }


def load(model: Any, arrays: Mapping[str, np.ndarray]) -> None:
    """Give a model what `weights` gave; it must fit in names and shapes.

    Raises:
        ValueError: naming every weight that is missing, left over or of
            another shape. The model is as before then.
    """
    _refuse_unfit(weights(model), arrays)
    if is_torch(model):
        _load_torch(model, arrays)
    else:
        _load_paddle(model, arrays)


def _refuse_unfit(ours: Arrays, given: Mapping[str, np.ndarray]) -> None:
    faults = [f"{name} is missing" for name in ours if name not in given]
    faults += [f"{name} is left over" for name in given if name not in ours]
    faults += [
        f"{name} has shape {given[name].shape}, expected {array.shape}"
        for name, array in ours.items()
        if name in given and given[name].shape != array.shape
    ]
    if faults:
        raise ValueError("weights do not fit: " + "; ".join(faults))


def _load_torch(model: Any, arrays: Mapping[str, np.ndarray]) -> None:
    import torch

    state = {name: torch.from_numpy(a.copy()) for name, a in arrays.items()}
    model.load_state_dict(model.state_dict() | state)


def _load_paddle(model: Any, arrays: Mapping[str, np.ndarray]) -> None:
    turned, again = _linear_weights(model), _named_twice(model)
    for name, tensor in model.state_dict().items():
        if name.startswith(again):
            continue
        array = arrays[_common(model, name)]
        array = array.T if name in turned else array
        tensor.set_value(np.ascontiguousarray(array))


def carry(source: Any, target: Any) -> None:
    """Give `target` the weights of `source`, whatever their frameworks.

    Raises:
        ValueError: if they do not fit, naming what does not.
    """
    load(target, weights(source))


def twin(model: Any) -> Any:
    """The package d2lcode.torch or d2lcode.paddle that a model belongs to."""
    if is_torch(model):
        from d2lcode import torch as torch_twin

        return torch_twin
    from d2lcode import paddle as paddle_twin

    return paddle_twin


def _loss_of(module: Any, loss: Any) -> Any:
    """A twin's own loss, where it is given by its name."""
    return getattr(module, loss) if isinstance(loss, str) else loss


def _whole(module: Any, x: Any, y: Any) -> Any:
    """A loader of one batch, which holds everything."""
    examples = module.loader((x, y)).examples
    return module.loader((x, y), examples)


def gradients(model: Any, x: Any, y: Any, loss: Any = None) -> Arrays:
    """The gradients of a loss on one batch, in training mode.

    Args:
        model: of either framework; its own gradients are replaced.
        x: inputs, (n, ...), or a structure of them as for `loader`.
        y: targets, likewise.
        loss: `loss(outputs, y)`, or the name of one that the twins have,
            such as "token_cross_entropy"; the default of `fit`, if None.

    Returns:
        name -> gradient, both as in PyTorch.
    """
    module = twin(model)
    inputs, targets = next(iter(_whole(module, x, y)))
    model.train()
    parameters = dict(model.named_parameters())
    for parameter in parameters.values():
        parameter.grad = None
    objective = module.choose_loss(_loss_of(module, loss), targets)
    objective(model(inputs), targets).backward()
    found = {
        name: parameter.grad
        for name, parameter in parameters.items()
        if parameter.grad is not None
    }
    return _arrays(model, found)


def losses(
    model: Any,
    x: Any,
    y: Any,
    steps: int = 10,
    loss: Any = None,
    **options: Any,
) -> np.ndarray:
    """The losses of some steps of `fit` on one batch, shape (steps,).

    Args:
        model: of either framework; it is trained.
        x: inputs, (n, ...), or a structure of them as for `loader`.
        y: targets, likewise.
        steps: how many.
        loss: as for `gradients`.
        options: further arguments of `fit`.
    """
    module = twin(model)
    batches, loss = _whole(module, x, y), _loss_of(module, loss)
    options = {"lr": 0.01, "progress": False, "device": "cpu"} | options
    history = module.fit(model, batches, epochs=steps, loss=loss, **options)
    return np.array(history.losses)


def distance(
    ours: np.ndarray, theirs: np.ndarray, floor: float = 0.0
) -> float:
    """The largest difference, as a share of the largest value there is.

    Args:
        ours: numbers, (...).
        theirs: others, (...).
        floor: what the largest value counts as at least.
    """
    size = max(np.abs(ours).max(), np.abs(theirs).max(), floor)
    return float(np.abs(ours - theirs).max() / size) if size else 0.0


def _worst(ours: Arrays, theirs: Arrays) -> float:
    """The distance of the worst pair of gradients.

    A gradient that is nothing but rounding, as that of a bias before a
    batch norm, is measured against a thousandth of the largest.
    """
    floor = 1e-3 * max(float(np.abs(array).max()) for array in ours.values())
    return max(distance(ours[name], theirs[name], floor) for name in ours)


@dataclass(frozen=True)
class Gap:
    """How far two models are apart, each as a share of the size.

    Attributes:
        outputs: of their outputs in inference mode.
        gradients: of the gradients, at the worst parameter.
        losses: of the losses over ten steps, at the worst step.
    """

    outputs: float
    gradients: float
    losses: float


def compare(
    source: Any, target: Any, x: Any, y: Any, loss: Any = None, **options: Any
) -> Gap:
    """Carry the weights over, then measure how far the models are apart.

    Of models with several outputs the outputs furthest apart count.

    Args:
        source: of one framework; it is trained for ten steps.
        target: its twin in the other; likewise.
        x: inputs, (n, ...), or a structure of them as for `loader`.
        y: targets, likewise.
        loss: as for `gradients`.
        options: further arguments of `fit`.

    Raises:
        ValueError: if the weights do not fit.
    """
    carry(source, target)
    pair = source, target
    outputs = [twin(m).predict(m, x, device="cpu") for m in pair]
    ours, theirs = (gradients(m, x, y, loss) for m in pair)
    steps = [losses(m, x, y, loss=loss, **options) for m in pair]
    return Gap(
        max(gap for _, gap in leaves(each(distance, *outputs))),
        _worst(ours, theirs),
        float(np.abs(steps[0] / steps[1] - 1).max()),
    )
