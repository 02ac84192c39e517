"""Pages that list posts: their entries, their further pages, the month that they are about."""
