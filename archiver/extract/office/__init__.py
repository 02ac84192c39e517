"""Files that are archives of XML: office documents and books."""
