"""What an HTML page says of the work that it is. One file a vocabulary; `work.py` has them in their order."""
