"""How the state's block grant is shared among the kommuner."""
