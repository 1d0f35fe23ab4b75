"""The money of the county authorities."""
