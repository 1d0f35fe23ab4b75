"""Work: the wage, what it produces, and what the household is left with in all."""
