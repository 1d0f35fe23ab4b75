"""Kindergarten and after-school care: the right to a place, and what parents pay for it."""
