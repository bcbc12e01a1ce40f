"""Generative models by hand."""
