"""What ends a bench without a figure."""


class Failure(Exception):
    """It could not be measured, or what was measured is wrong. Holds one clear line."""
