"""The tags of the desk: their panel, and how they are made, nested, merged and chosen."""
