"""The store on disk; the only room that knows pyoxigraph."""
