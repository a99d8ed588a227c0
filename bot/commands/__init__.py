"""The commands of `redvest`, a module each, imported when it is called for."""
