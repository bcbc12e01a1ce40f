"""Generative models in PaddlePaddle."""
