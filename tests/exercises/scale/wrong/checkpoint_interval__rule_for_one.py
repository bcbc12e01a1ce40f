"""Young's rule with the life of one machine.

caught by: test_youngs_rule
says: the rule for one machine
"""

ANSWERS = {
    "failures": 15,
    "young": 63.2455532,
    "best": 2,
    "daily": 580,
    "machines": 2.03,
}
