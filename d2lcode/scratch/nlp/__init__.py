"""Language by hand in NumPy."""
