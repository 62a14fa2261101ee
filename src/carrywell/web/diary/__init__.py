"""The diary: what a woman keeps of her own will, and nobody else's eyes. Every row belongs to one woman."""
