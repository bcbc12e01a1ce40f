"""One seed for every generator that PyTorch code may draw from."""

import random

import numpy as np
import torch

from d2lcode._checks import natural


def set_seed(seed: int) -> None:
    """Seed PyTorch on every device, NumPy and Python's `random`.

    Raises:
        ValueError: if the seed is negative or not whole.
    """
    natural("seed", seed)
    torch.manual_seed(seed)
    np.random.seed(seed % 2**32)
    random.seed(seed)
