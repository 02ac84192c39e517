"""How names, titles, dates and copies are worded: what the citation formats share."""
