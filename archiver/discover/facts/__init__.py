"""What a post's page says of the post: title, authors, dates, terms, and where its content stands."""
