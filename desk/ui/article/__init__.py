"""The article on the screen: document, geometry, painting, keys and mouse."""
