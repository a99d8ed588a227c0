"""What the bot can do, measured: `redvest bench start|claim|inbound|sandbox`."""
