"""Many cases at once: the rules of the knowledge base read as columns by polars (extra `batch`)."""
