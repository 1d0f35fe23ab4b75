"""Execution of sentences."""
