"""The archive in Datasette: pages for readers; titles, descriptions, facets and queries for tables."""
