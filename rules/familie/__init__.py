"""Benefits to families with children."""
