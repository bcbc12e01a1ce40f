"""Regression in PyTorch."""
