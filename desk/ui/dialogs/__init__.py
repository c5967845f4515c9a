"""The windows that ask for more than a key can say."""
