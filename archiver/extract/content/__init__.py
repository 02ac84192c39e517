"""The main text of an HTML page: several readings of one outline, and the choice among them."""
