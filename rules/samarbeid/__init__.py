"""Cooperation, coordination, child coordinator and individual plan across the welfare acts."""
