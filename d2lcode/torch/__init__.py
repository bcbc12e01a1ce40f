"""The PyTorch twin: `from d2lcode import torch as d2l`."""

from d2lcode._lazy import lazy, require

require("torch")

NAMES = {
    "fit": "training",
    "LeNet": "cnn.lenet",
}

__getattr__, __dir__ = lazy(__name__, NAMES)
