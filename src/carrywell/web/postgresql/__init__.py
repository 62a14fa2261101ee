"""Django's way to PostgreSQL, with one thing changed: `base`."""
