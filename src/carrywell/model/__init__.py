"""Frozen words of the field: what can be said wrongly cannot be built."""
