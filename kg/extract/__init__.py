"""CleanArticle to facts: one article alone, pure."""
