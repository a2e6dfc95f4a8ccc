"""What a language model left in a text that it wrote or rewrote."""
