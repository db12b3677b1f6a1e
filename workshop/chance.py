"""Chance that is handed in: what is pure throws no dice of its own."""

from random import Random as Chance

__all__ = ["Chance"]
