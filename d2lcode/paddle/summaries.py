"""What a model is made of: layers, shapes, parameters."""

from collections.abc import Iterable, Iterator
from typing import Any

import paddle
from paddle import Tensor, nn
from paddle.nn.layer.rnn import RNNBase

from d2lcode._structures import each, inside
from d2lcode._summary import Row, Summary, checked_shape, example

# Paddle lists running statistics among the parameters, under these names.
STATISTICS = "_mean", "_variance", "weight_u", "weight_v"


def _count(named: Iterable[tuple[str, Tensor]]) -> tuple[int, int]:
    """How many numbers there are, and how many of them are trainable."""
    sizes = [
        (int(p.size), not p.stop_gradient)
        for name, p in named
        if name.split(".")[-1] not in STATISTICS
    ]
    return sum(n for n, _ in sizes), sum(n for n, trains in sizes if trains)


def summary(model: nn.Layer, input_shape: Any, dtype: Any = None) -> Summary:
    """Pass zeros through a model and note each layer's first output.

    Parameters that layers share are counted once in the totals. Running
    statistics, as of batch normalisation, are no parameters.

    Args:
        model: stays as it is; it runs in inference mode.
        input_shape: with the batch, such as (1, 1, 28, 28); or a tuple or
            dict of shapes for a model that takes one of arrays, or
            `Padded((n, t), (n,))` for sequences.
        dtype: of the zeros; "int64" for a model that takes tokens, or a
            structure of types like that of shapes.

    Raises:
        ValueError: if input_shape is no shape.
    """
    inputs = example(checked_shape(input_shape), dtype, paddle.zeros)
    rows: list[Row] = []
    hooks = [_watch(name, layer, rows) for name, layer in _leaves(model)]
    layers = model.sublayers(include_self=True)
    modes = [(layer, layer.training) for layer in layers]
    try:
        model.eval()
        with paddle.no_grad():
            model(each(_tensor, inputs))
    finally:
        for hook in hooks:
            hook.remove()
        for layer, training in modes:
            layer.training = training
    return Summary(tuple(rows), *_count(model.named_parameters()))


def _leaves(
    layer: nn.Layer, path: tuple[str, ...] = ()
) -> Iterator[tuple[str, nn.Layer]]:
    """The layers that have none inside; a recurrent one counts as such."""
    children = [*layer.named_children()]
    if not children or isinstance(layer, RNNBase):
        yield ".".join(path) or type(layer).__name__, layer
        return
    for name, child in children:
        yield from _leaves(child, (*path, name))


def _kind(layer: nn.Layer) -> str:
    """The layer's class as both twins spell it: `Conv2d` for `Conv2D`."""
    name = type(layer).__name__.replace("SimpleRNN", "RNN")
    return name[:-1] + "d" if name.endswith(("1D", "2D", "3D")) else name


def _tensor(part: Any) -> Tensor:
    """Lengths, which come as an array, as a tensor; Paddle warns of copies."""
    return part if isinstance(part, Tensor) else paddle.to_tensor(part)


def _shape(output: Any) -> tuple[int, ...]:
    """Of the first output."""
    while isinstance(output, tuple | list | dict):
        output = inside(output, "")[0][1]
    return tuple(int(n) for n in output.shape)


def _watch(name: str, layer: nn.Layer, rows: list[Row]) -> Any:
    """Add a row when the layer is called for the first time."""

    def note(layer: nn.Layer, _: Any, output: Any) -> Any:
        if any(row.name == name for row in rows):
            return
        counts = _count(layer.named_parameters())
        rows.append(Row(name, _kind(layer), _shape(output), *counts))

    return layer.register_forward_post_hook(note)
