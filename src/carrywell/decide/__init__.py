"""From facts to a decision. Pure: no files, clock, network, chance, logging; knowledge is handed in."""
