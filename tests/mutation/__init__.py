"""Change a solution in one place; its grader must notice."""
