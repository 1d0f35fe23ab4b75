"""Income while in a measure or programme: labour market measures, two trials for the young, and
the introduction programme for refugees."""
