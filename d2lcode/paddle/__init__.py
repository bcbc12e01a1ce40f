"""The PaddlePaddle twin: `from d2lcode import paddle as d2l`."""

from d2lcode._lazy import lazy, require

require("paddle")

NAMES = {
    "fit": "training",
    "LeNet": "cnn.lenet",
}

__getattr__, __dir__ = lazy(__name__, NAMES)
