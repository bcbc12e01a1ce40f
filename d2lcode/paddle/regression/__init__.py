"""Regression in PaddlePaddle."""
