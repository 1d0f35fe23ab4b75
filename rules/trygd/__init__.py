"""Folketrygdloven's income security for the disabled, and Nav's duty to assess and plan."""
