"""Housing allowance."""
