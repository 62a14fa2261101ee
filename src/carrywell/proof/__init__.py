"""Proofs over all possible cases: the rules of the knowledge base read by z3 (extra `prove`)."""
