"""Starting weights that keep the signal's variance through the layers."""

from paddle import Tensor, nn
from paddle.nn.initializer import Constant, KaimingUniform, XavierUniform

WEIGHTED = nn.Linear, nn.Conv2D


def _weights(model: nn.Layer) -> list[Tensor]:
    """The weights of the model's layers, whose biases it makes zero."""
    layers = [
        layer
        for layer in model.sublayers(include_self=True)
        if isinstance(layer, WEIGHTED)
    ]
    for layer in layers:
        if layer.bias is not None:
            Constant(0.0)(layer.bias)
    return [layer.weight for layer in layers]


def he_init(model: nn.Layer) -> nn.Layer:
    """He et al. 2015, for ReLU: weights of variance 2 / fan_in, biases 0.

    Changes every linear and convolutional layer; returns the model.
    """
    for weight in _weights(model):
        KaimingUniform(nonlinearity="relu")(weight)
    return model


def xavier_init(model: nn.Layer) -> nn.Layer:
    """Glorot and Bengio 2010: variance 2 / (fan_in + fan_out), biases 0.

    Changes every linear and convolutional layer; returns the model.
    """
    for weight in _weights(model):
        XavierUniform()(weight)
    return model
