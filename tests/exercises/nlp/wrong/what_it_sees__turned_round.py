"""The mask turned round.

caught by: test_with_a_causal_mask
says: turned round
"""

ANSWERS = {
    "no table": 0.22,
    "causal": 0.04,
    "window": 0.52,
    "letters": 2,
    "why": "b",
}
