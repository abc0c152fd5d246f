"""What pages share while the app runs: events, routes, notices, background work."""
