"""What comes again and when: one card a question, by spaced repetition."""
