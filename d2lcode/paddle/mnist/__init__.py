"""Classifiers of digits in PaddlePaddle."""
