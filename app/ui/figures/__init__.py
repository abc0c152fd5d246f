"""Course figures on the screen: drawing, labels, pins, steps, places that can be pointed at."""
