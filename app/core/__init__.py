"""Rules and values: standard library only, no files, no SQL, no Qt."""
