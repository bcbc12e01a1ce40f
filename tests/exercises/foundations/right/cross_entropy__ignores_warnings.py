"""Warnings are switched off for the whole file, so none is printed."""

import warnings

import numpy as np

warnings.filterwarnings("ignore")


def cross_entropy(p: np.ndarray, q: np.ndarray) -> float:
    return float(-np.where(p > 0, p * np.log(q), 0.0).sum())
