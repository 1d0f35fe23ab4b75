"""Income tax, National Insurance contribution and employers' contribution."""
