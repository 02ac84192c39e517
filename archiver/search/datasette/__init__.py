"""How the archive looks in Datasette: titles, descriptions, facets, queries."""
