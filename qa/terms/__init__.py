"""The standard names of what documents print and people say: accounts, bodies, headings, counters, stages."""
