"""Child support between parents (barnelova chapter 8) and its advance (forskotteringsloven)."""
