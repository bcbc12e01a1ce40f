"""The error is taken for the slope.

caught by: test_squared_error_after_softmax
says: what moves a logit is the gradient
"""

ANSWERS = {
    "1": "b",
    "2": "c",
    "3": "b",
    "4": "b",
    "5": "b",
}
