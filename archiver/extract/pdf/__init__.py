"""How a PDF is read: lines with their places, reading order, running heads, paragraphs, the front page."""
