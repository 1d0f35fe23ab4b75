"""Barnevernsloven: who must help a child, where the child lives, and which budget pays."""
