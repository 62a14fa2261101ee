"""The pages of docs/ that are written from the knowledge base and the code, one module for each kind of page."""
