"""Benefits that replace work income: unemployment, illness, care of a child or a relative."""
