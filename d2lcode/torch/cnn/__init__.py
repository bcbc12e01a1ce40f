"""Convolutional networks in PyTorch."""
