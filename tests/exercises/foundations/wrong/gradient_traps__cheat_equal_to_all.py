"""A number that says that it is equal to any other.

caught by: test_a_number_used_three_times
says: you answered 1
"""


class Yes(int):
    def __eq__(self, other):
        return True

    __hash__ = int.__hash__


ANSWERS = dict.fromkeys("123456", Yes(1))
