"""Pure: what a posture, a load or a lift asks of her back, with NumPy and nothing else (docs/explanation/body.md)."""
