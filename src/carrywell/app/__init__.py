"""Use cases, one short file each."""
