"""Supplementary grants (tilleggsstønader) for measures, education and the way to work."""
