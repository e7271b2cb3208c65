"""As what: posts, the bodies they belong to, their holders, and what was given and taken."""
