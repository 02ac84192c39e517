"""What a note cites: the words of a note as the fields of a work."""
