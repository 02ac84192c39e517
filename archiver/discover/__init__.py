"""DISCOVER: from a page to what must be fetched next. Pure: values in, values out."""
