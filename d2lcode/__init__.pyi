"""The parts of `d2lcode`."""

from . import data as data
from . import grading as grading
from . import history as history
from . import metrics as metrics
from . import paddle as paddle
from . import parity as parity
from . import plot as plot
from . import scratch as scratch
from . import torch as torch

__version__: str

def load_ipython_extension(shell: object) -> None: ...
