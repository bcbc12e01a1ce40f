"""Smaller networks in PyTorch: narrow, quantised, distilled, exported."""
