"""Article to CleanArticle: repair, layout, script."""
