"""Sequence to sequence in PaddlePaddle."""
