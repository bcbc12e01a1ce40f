"""Smaller networks in PaddlePaddle: narrow, quantised, distilled."""
