"""Sequence to sequence in PyTorch."""
