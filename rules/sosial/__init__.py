"""Social services in Nav, paid by the kommune."""
