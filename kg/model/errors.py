"""The few errors a user can meet; the command line prints each as one line."""


class KgError(Exception):
    """A mistake of the caller or of the data, worded as: where, what, what to do."""


class ClaimError(KgError):
    """A plug-in was asked and could not answer; the article goes on without its claims."""


class LexiconError(KgError):
    """A word list breaks its own rules."""


class StoreError(KgError):
    """A store is missing, not ours, or damaged."""


class QueryError(KgError):
    """A query cannot be parsed, is refused, or passes a limit."""
