"""The loop stands in a text, where forbid_loops does not look.

caught by: test_without_loops
says: There is a for loop in line
"""

exec("""
def count_positive(a):
    count = 0
    for value in a.ravel().tolist():
        count += value > 0
    return int(count)
""")
