"""The PyTorch twin: `from d2lcode import torch as d2l`."""

from d2lcode._lazy import lazy, require

require("torch")

NAMES = {
    "CheckpointError": "checkpoint",
    "LeNet": "cnn.lenet",
    "LeNet1998": "cnn.lenet",
    "LinearRegression": "regression.linear",
    "Loader": "loading",
    "SoftmaxRegression": "mnist.softmax_regression",
    "choose_device": "devices",
    "choose_loss": "defaults",
    "evaluate": "inference",
    "fit": "training",
    "he_init": "initialisation",
    "load_checkpoint": "checkpoint",
    "loader": "loading",
    "predict": "inference",
    "save_checkpoint": "checkpoint",
    "set_seed": "seeding",
    "summary": "summaries",
    "xavier_init": "initialisation",
}

__getattr__, __dir__ = lazy(__name__, NAMES)
