"""A trained model at work: its score on a data set, its outputs."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import paddle
from paddle import Tensor, nn

from d2lcode.paddle.defaults import Loss, Metric, choose_loss, choose_metrics
from d2lcode.paddle.devices import choose_device, device_of
from d2lcode.paddle.loading import as_loader, loader, moved


def _place(model: nn.Layer, device: Any) -> str:
    place = device_of(model) if device is None else choose_device(device)
    model.to(place)
    return place


@contextmanager
def inference_mode(model: nn.Layer) -> Iterator[None]:
    """No gradients, and every layer in inference mode, as long as it lasts.

    Afterwards each layer is in the mode in which it was.
    """
    layers = model.sublayers(include_self=True)
    modes = [(layer, layer.training) for layer in layers]
    try:
        model.eval()
        with paddle.no_grad():
            yield
    finally:
        for layer, training in modes:
            layer.training = training


def _forward(
    model: nn.Layer, batches: Any, device: str
) -> tuple[Tensor, Tensor]:
    """Outputs and targets of all batches, in inference mode."""
    outputs, targets = [], []
    with inference_mode(model):
        for x, y in moved(batches, device):
            outputs.append(model(x).astype("float32"))
            targets.append(y)
    return paddle.concat(outputs), paddle.concat(targets)


def evaluate(
    model: nn.Layer,
    data: Any,
    *,
    loss: Loss | None = None,
    metrics: dict[str, Metric] | None = None,
    batch_size: int = 512,
    device: str | None = None,
) -> dict[str, float]:
    """The loss and the metrics of a model on a whole data set.

    Args:
        model: is in inference mode meanwhile, and as before afterwards.
        data: a split, (x, y) arrays, or a loader.
        loss: `loss(outputs, y)`; cross-entropy where y holds classes,
            squared error where it holds real numbers.
        metrics: name -> `metric(y, outputs)`, on NumPy arrays of the whole
            set; accuracy where y holds classes.
        batch_size: examples at a time; the result does not depend on it.
        device: where to compute; where the model is, if None.

    Returns:
        "loss" and each metric, by name.

    Raises:
        ValueError: if an argument or a label is out of range.
    """
    batches = as_loader(data, batch_size)
    place = _place(model, device)
    outputs, y = _forward(model, batches.batches(0), place)
    objective = choose_loss(loss, batches.y)
    scores = {"loss": float(objective(outputs, y))}
    arrays = y.cpu().numpy(), outputs.cpu().numpy()
    for name, metric in choose_metrics(metrics, y).items():
        scores[name] = float(metric(*arrays))
    return scores


def predict(
    model: nn.Layer,
    x: Any,
    *,
    batch_size: int = 512,
    device: str | None = None,
) -> np.ndarray:
    """The model's outputs in inference mode, (n, ...) -> (n, ...) float32.

    Args:
        model: is in inference mode meanwhile, and as before afterwards.
        x: inputs as an array, a tensor, or a split, of which it takes x.
        batch_size: examples at a time; the result does not depend on it.
        device: where to compute; where the model is, if None.

    Raises:
        ValueError: if x is empty, holds what is no finite number, or
            pictures of bytes; or if an argument is out of range.
    """
    array = np.asarray(getattr(x, "x", x))
    if array.ndim == 0 or len(array) == 0:
        raise ValueError(f"x has shape {array.shape}; expected (n, ...)")
    pairs = (array, np.zeros(len(array), np.int64))
    batches = loader(pairs, batch_size)
    place = _place(model, device)
    outputs, _ = _forward(model, batches.batches(0), place)
    return outputs.cpu().numpy()


def validate(
    model: nn.Layer, valid: Any, loss: Loss | None, metrics: Any
) -> dict[str, float]:
    """What `evaluate` gives, each name with `valid_` before it."""
    if valid is None:
        return {}
    scores = evaluate(model, valid, loss=loss, metrics=metrics)
    return {f"valid_{name}": score for name, score in scores.items()}
