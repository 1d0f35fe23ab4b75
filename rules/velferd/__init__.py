"""Housing, crisis centres, family counselling, accommodation, secrecy and trials."""
