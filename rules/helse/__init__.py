"""The specialist health service for children and youth."""
