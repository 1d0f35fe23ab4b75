"""Compulsory school, upper secondary, apprenticeship and the follow-up service."""
