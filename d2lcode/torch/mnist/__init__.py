"""Classifiers of digits in PyTorch."""
