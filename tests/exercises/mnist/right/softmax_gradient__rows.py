"""Row by row with the standard library, and one array at the end."""

import math

import numpy as np


def one(row, label):
    largest = max(row)
    powers = [math.exp(z - largest) for z in row]
    total = sum(powers)
    return [p / total - (j == label) for j, p in enumerate(powers)]


def softmax_gradient(logits, labels):
    rows = zip(logits.tolist(), labels.tolist(), strict=True)
    slopes = [one(row, label) for row, label in rows]
    return np.array(slopes) / len(slopes)
