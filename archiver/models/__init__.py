"""The nouns: frozen values that every floor shares. Names come from their standards (see DECISIONS.md)."""
