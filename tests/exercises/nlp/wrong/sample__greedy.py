"""Always the largest.

caught by: test_tokens_come_with_their_probabilities
says: it should be drawn
"""

import numpy as np


def sample(logits, rng, temperature=1.0, top_k=None):
    return np.argmax(logits, axis=1)
