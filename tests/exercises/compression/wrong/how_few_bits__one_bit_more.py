"""The first number that is enough on the way up was not looked for.

caught by: test_the_fewest_bits
says: Try one bit less
"""

ANSWERS = {"1": 5, "2": 10, "3": "b", "4": 80, "5": "a"}
