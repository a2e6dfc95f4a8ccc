"""Tables of figures: shares, statistics, what rules cost, sites, and two versions of articles."""
