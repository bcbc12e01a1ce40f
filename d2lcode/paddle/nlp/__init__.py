"""Language in PaddlePaddle."""
