"""A collection on disk: its settings, its folders, its lock."""
