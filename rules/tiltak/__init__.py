"""Labour market measures: who can be offered one, and what the provider or employer is paid."""
