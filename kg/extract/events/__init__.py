"""What happened: typed events with participants, told sentence by sentence."""
