"""One widget per question kind: shows a question, yields a response."""
