"""Makes the sample's pictures and voice messages; for development only."""
