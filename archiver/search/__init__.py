"""SEARCH: from SQLite to models, for the reader."""
