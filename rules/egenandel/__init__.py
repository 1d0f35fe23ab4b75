"""Own payments for health and dental care, and who pays the rest."""
