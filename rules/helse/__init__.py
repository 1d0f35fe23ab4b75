"""Municipal health and care, the specialist health service, and who pays for them."""
