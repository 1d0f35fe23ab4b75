"""Earmarked grants for children and youth, and startlån."""
