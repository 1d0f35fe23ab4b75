"""Facts about the household that several acts read: birth, income, where people live."""
