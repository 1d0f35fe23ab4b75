"""Folketrygdloven chapter 15: benefits to a lone mother or father."""
