"""One page a module: layout and focus, no rules."""
