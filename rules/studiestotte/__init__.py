"""Loans and grants for education from Lånekassen."""
