"""Facts of many articles to entities."""
