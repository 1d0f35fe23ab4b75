"""Settlement of refugees: the grants to the kommune, and training in Norwegian."""
