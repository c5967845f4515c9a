"""The docks around the article: shown, floated, widened, gone round with F6."""
