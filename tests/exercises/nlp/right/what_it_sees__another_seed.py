"""Another seed, all digits, typed otherwise."""

ANSWERS = {
    "no table": 0.2198,
    "causal": 0.999875,
    "window": 0.5190,
    "letters": 2.0,
    "why": "B.",
}
