"""Training of the compact reader: one encoder, many heads. `src` never imports this; it imports `sayso.tag`."""
