"""Mutants of the rules: small dangerous changes to the knowledge base, each of which some check has to refuse."""
