"""What the rules on promotion share."""
