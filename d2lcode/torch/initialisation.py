"""Starting weights that keep the signal's variance through the layers."""

from torch import Tensor, nn

WEIGHTED = nn.Linear, nn.Conv2d


def _weights(model: nn.Module) -> list[Tensor]:
    """The weights of the model's layers, whose biases it makes zero."""
    layers = [m for m in model.modules() if isinstance(m, WEIGHTED)]
    for layer in layers:
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)
    return [layer.weight for layer in layers]


def he_init(model: nn.Module) -> nn.Module:
    """He et al. 2015, for ReLU: weights of variance 2 / fan_in, biases 0.

    Changes every linear and convolutional layer; returns the model.
    """
    for weight in _weights(model):
        nn.init.kaiming_uniform_(weight, nonlinearity="relu")
    return model


def xavier_init(model: nn.Module) -> nn.Module:
    """Glorot and Bengio 2010: variance 2 / (fan_in + fan_out), biases 0.

    Changes every linear and convolutional layer; returns the model.
    """
    for weight in _weights(model):
        nn.init.xavier_uniform_(weight)
    return model
