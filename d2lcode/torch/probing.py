"""What `fit` finds out about a model before it trains it."""

from typing import Any

from torch import Tensor, nn

from d2lcode._batches import batch_of_one
from d2lcode._shares import share
from d2lcode._structures import each
from d2lcode.torch.checkpoint import random_state, set_random_state
from d2lcode.torch.inference import inference_mode
from d2lcode.torch.loading import Loader

BATCH_NORM = nn.modules.batchnorm._BatchNorm


def check_batches(
    model: nn.Module, batches: Any, device: Any, processes: int = 1
) -> None:
    """Refuse a batch of one example that batch normalisation would meet.

    PyTorch would stop there, in mid-epoch; PaddlePaddle would go on, and
    learn that the variance is 0. To see what comes to its layers the model
    reads such a batch in inference mode, which changes nothing.

    Args:
        model: keeps its state.
        batches: the loader of whole batches.
        device: where the model is.
        processes: how many share a batch.

    Raises:
        ValueError: if a layer would get one value for each channel; one
            picture of several pixels will do.
    """
    if not isinstance(batches, Loader) or batches.smallest >= 2 * processes:
        return
    if layers := _measuring(model):
        state = random_state()
        try:
            x, _ = next(batches.batches(0, len(batches) - 1))
            x = each(lambda tensor: tensor.to(device), share(x, slice(0, 1)))
            _read(model, x, layers, batches, processes)
        finally:
            set_random_state(state)


def _measuring(model: nn.Module) -> dict[str, nn.Module]:
    """The layers that will take a batch's own mean and variance."""
    frozen = [layer for layer in model.modules() if not layer.training]
    model.train()
    layers: dict[str, nn.Module] = {
        name: layer
        for name, layer in model.named_modules()
        if isinstance(layer, BATCH_NORM)
        and (layer.training or layer.running_mean is None)
    }
    for layer in frozen:
        layer.training = False
    return layers


def _read(
    model: nn.Module,
    x: Any,
    layers: dict[str, nn.Module],
    batches: Any,
    processes: int,
) -> None:
    """Pass a batch through the model and look at what its layers get."""

    def look(layer: nn.Module, inputs: tuple[Tensor, ...]) -> None:
        channels = inputs[0].shape[1]
        if inputs[0].numel() == channels:
            name = next(n for n, own in layers.items() if own is layer)
            kind = type(layer).__name__
            kind = f"{kind} {name!r}" if name else kind
            raise batch_of_one(batches, kind, processes)

    hooks = [h.register_forward_pre_hook(look) for h in layers.values()]
    try:
        with inference_mode(model):
            model(x)
    finally:
        for hook in hooks:
            hook.remove()
