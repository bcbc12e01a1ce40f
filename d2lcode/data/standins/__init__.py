"""Embedded data that take a place where the real ones cannot be had."""
