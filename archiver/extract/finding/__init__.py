"""What those use who look for citations in a post: its text with the places of its elements, marks, notes, lists."""
