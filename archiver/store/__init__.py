"""STORE: from models to SQLite. `schema` is the whole schema, and nobody else writes."""
