"""Expects more data to cure a stiff model.

caught by: test_what_more_data_do_for_a_line
says: No line is a cubic
"""

ANSWERS = {"1": "a", "2": "b", "3": 7, "4": "c", "5": "a"}
