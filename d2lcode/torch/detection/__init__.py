"""Finding what is where in a picture, in PyTorch."""
