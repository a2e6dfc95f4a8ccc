"""What a folder holds, and what a first configuration for it may say."""
