"""What may be said of a mistake of ours: its kind and place, never its words."""

from pathlib import Path


def place(error: BaseException) -> str:
    """The kind of a failure and where it happened; its words may hold personal data."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return type(error).__name__
    return f"{type(error).__name__} at {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
