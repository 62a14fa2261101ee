"""The pages: forms in, pages out. Nothing is stored, and no answer is ever in an address or a log."""
