"""Who must act, who pays and who benefits: Norwegian law for children and youth, executable."""

__version__ = "0.1.0"
