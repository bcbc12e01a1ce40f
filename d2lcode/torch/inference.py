"""A trained model at work: its score on a data set, its outputs."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from d2lcode._examples import unlabelled
from d2lcode._structures import (
    Padded,
    each,
    first_leaf,
    join,
    one_row_each,
    weighted_mean,
)
from d2lcode.torch.defaults import Loss, Metric, choose_loss, choose_metrics
from d2lcode.torch.devices import choose_device, device_of
from d2lcode.torch.loading import as_loader, loader, moved


def _place(model: nn.Module, device: Any) -> torch.device:
    place = device_of(model) if device is None else choose_device(device)
    model.to(place)
    return place


@contextmanager
def inference_mode(model: nn.Module) -> Iterator[None]:
    """No gradients, and every layer in inference mode, as long as it lasts.

    Afterwards each layer is in the mode in which it was.
    """
    modes = [(layer, layer.training) for layer in model.modules()]
    try:
        model.eval()
        with torch.no_grad():
            yield
    finally:
        for layer, training in modes:
            layer.training = training


def _single(tensor: Tensor) -> Tensor:
    """Real numbers in single precision; whole ones as they are."""
    return tensor.float() if tensor.is_floating_point() else tensor


def weight_of(y: Any) -> Any:
    """What a batch counts for: its examples, or the tokens in `Padded`."""
    if not isinstance(y, Padded):
        return len(first_leaf(y))
    if y.values.is_floating_point():
        return y.lengths.sum()
    return (y.values >= 0).sum()


def _joined(batches: list[Any], fill: int = 0) -> Any:
    """Structures of tensors as one, in NumPy; padded where they differ."""

    def together(*tensors: Tensor) -> np.ndarray:
        return join([tensor.cpu().numpy() for tensor in tensors], fill)

    return each(together, *batches)


def evaluate(
    model: nn.Module,
    data: Any,
    *,
    loss: Loss | None = None,
    metrics: dict[str, Metric] | None = None,
    batch_size: int = 512,
    device: str | torch.device | None = None,
) -> dict[str, float]:
    """The loss and the metrics of a model on a whole data set.

    Args:
        model: is in inference mode meanwhile, and as before afterwards.
        data: a split, a pair (x, y) as for `loader`, or a loader.
        loss: `loss(outputs, y)`, a mean over the batch; cross-entropy
            where y holds classes, squared error where it holds real
            numbers. Batches count by their examples; by their tokens (y
            above −1), where y is `Padded`.
        metrics: name -> `metric(y, outputs)`, on NumPy arrays of the whole
            set, or such structures of them as y and the outputs are; what
            was padded is padded to the longest of all, y with −1 and the
            outputs with 0. Accuracy where y holds classes.
        batch_size: examples at a time; the result does not depend on it.
        device: where to compute; where the model is, if None.

    Returns:
        "loss" and each metric, by name.

    Raises:
        ValueError: if an argument or a label is out of range.
    """
    batches = as_loader(data, batch_size)
    place = _place(model, device)
    objective = choose_loss(loss, batches.y)
    losses, weights, pairs = [], [], []
    with inference_mode(model):
        for x, y in moved(batches.batches(0), place):
            outputs = each(_single, model(x))
            losses.append(objective(outputs, y))
            weights.append(weight_of(y))
            if chosen := choose_metrics(metrics, outputs, y, loss):
                pairs.append((y, outputs))
    scores = {"loss": weighted_mean(losses, weights)}
    if pairs:
        targets = _joined([y for y, _ in pairs], fill=-1)
        outputs = _joined([outputs for _, outputs in pairs])
        for name, metric in chosen.items():
            scores[name] = float(metric(targets, outputs))
    return scores


def predict(
    model: nn.Module,
    x: Any,
    *,
    batch_size: int = 512,
    device: str | torch.device | None = None,
) -> Any:
    """The model's outputs in inference mode, (n, ...) -> (n, ...) float32.

    A model that gives a tuple or a dict gives one of arrays here. Where
    batches were padded to different lengths, their outputs are padded with
    0 to the longest.

    Args:
        model: is in inference mode meanwhile, and as before afterwards.
        x: inputs as an array, a tensor, a tuple or dict of them, or a list
            of sequences; or a split, of which it takes x.
        batch_size: examples at a time; the result does not depend on it.
        device: where to compute; where the model is, if None.

    Raises:
        ValueError: if x is empty, holds what is no finite number, or
            pictures of bytes; if an argument is out of range; or if an
            output has not one row for each example.
    """
    batches = loader(unlabelled(x), batch_size)
    place = _place(model, device)
    found = []
    with inference_mode(model):
        for inputs, labels in moved(batches.batches(0), place):
            outputs = each(_single, model(inputs))
            one_row_each(outputs, len(labels))
            found.append(outputs)
    return _joined(found)


def validate(
    model: nn.Module, valid: Any, loss: Loss | None, metrics: Any
) -> dict[str, float]:
    """What `evaluate` gives, each name with `valid_` before it."""
    if valid is None:
        return {}
    scores = evaluate(model, valid, loss=loss, metrics=metrics)
    return {f"valid_{name}": score for name, score in scores.items()}
