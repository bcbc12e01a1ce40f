"""Finding what is where in a picture, by hand in NumPy."""
