"""Language models in PaddlePaddle."""
