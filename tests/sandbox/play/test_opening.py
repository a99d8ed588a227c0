"""The page is opened in the browser where there is one."""

import threading
import webbrowser

from sandbox.play import main


def test_a_browser_that_holds_up_who_starts_it_does_not_hold_up_the_play(monkeypatch):
    shown, waited_for = threading.Event(), threading.Event()

    def opens(address: str) -> bool:
        waited_for.wait(10)
        assert address == "http://127.0.0.1:8321/"
        shown.set()
        return True

    monkeypatch.setattr(webbrowser, "open", opens)
    main.show("http://127.0.0.1:8321/")
    assert not shown.is_set()
    waited_for.set()
    assert shown.wait(10)


def test_there_is_no_browser_without_a_screen(monkeypatch):
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert not main.has_screen()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert main.has_screen()
