"""Generative models in PyTorch."""
