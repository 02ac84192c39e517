"""EXTRACT: from bytes to text, metadata, footnotes and citations. Pure: values in, values out."""
