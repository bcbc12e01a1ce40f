"""The logits are divided, not their powers.

caught by: test_each_row_by_itself
says: you divided the logits themselves by their sum
"""


def softmax(logits):
    return logits / logits.sum(axis=1, keepdims=True)
