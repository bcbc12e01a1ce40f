"""Convolutional networks in PaddlePaddle."""
