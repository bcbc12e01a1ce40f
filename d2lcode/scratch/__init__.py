"""Each idea by hand in NumPy, for reading; the book shows these files."""
