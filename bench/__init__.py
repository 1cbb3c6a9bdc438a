"""Measuring ourselves: `python -m bench NAME`. Not shipped; imports sayso, and nothing of sayso imports it."""
