"""Settings: what is right is read, everything that is wrong is named at once."""

from pathlib import Path

import pytest

from bot.settings import DEFAULTS, SettingsError, environment, read_settings

TOKEN = "123456789:AAFabcdefghijklmnopqrstuvwxyz012345"


def faults(**given: str) -> list[str]:
    with pytest.raises(SettingsError) as refusal:
        read_settings({"REDVEST_LANGUAGE": "en", **given})
    return list(refusal.value.faults)


def test_nothing_set_gives_the_defaults_of_the_contract():
    settings = read_settings({})
    assert settings.token == ""
    assert settings.api_url == "https://api.telegram.org"
    assert settings.database_url == "sqlite:///data/redvest.db"
    assert settings.webhook_url is None
    assert settings.listen == ("127.0.0.1", 8443)
    assert settings.zone.key == "Asia/Shanghai"
    assert (settings.language, settings.log, settings.admins) == ("zh-CN", "info", frozenset())


def test_a_blank_variable_is_not_set():
    assert read_settings(dict.fromkeys(DEFAULTS, "  ")) == read_settings({})


@pytest.mark.parametrize(
    ("name", "value", "field", "expected"),
    [
        ("API_URL", "http://127.0.0.1:8081/", "api_url", "http://127.0.0.1:8081"),
        ("DATABASE_URL", "postgres://u:p@host/name", "database_url", "postgres://u:p@host/name"),
        ("WEBHOOK_URL", "https://bot.example.org/hook", "webhook_url", "https://bot.example.org/hook"),
        ("WEBHOOK_URL", "http://127.0.0.1:9000", "webhook_url", "http://127.0.0.1:9000"),
        ("WEBHOOK_URL", "http://[::1]:9000/x", "webhook_url", "http://[::1]:9000/x"),
        ("LISTEN", "bot.example.org:80", "listen", ("bot.example.org", 80)),
        ("LISTEN", "[::1]:8443", "listen", ("::1", 8443)),
        ("WEBHOOK_SECRET", "a-B_9", "webhook_secret", "a-B_9"),
        ("ADMINS", "1, 2;3 4，5", "admins", frozenset({1, 2, 3, 4, 5})),
        ("LOG", "DEBUG", "log", "debug"),
        ("LANGUAGE", "en", "language", "en"),
    ],
)
def test_what_is_right_is_read(name, value, field, expected):
    assert getattr(read_settings({f"REDVEST_{name}": value}), field) == expected


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BOT_TOKEN", "no token"),
        ("BOT_TOKEN", "123456789:short"),
        ("API_URL", "api.telegram.org"),
        ("API_URL", "ftp://api.telegram.org"),
        ("API_URL", "https://api.telegram.org:port"),
        ("DATABASE_URL", "mysql://host/name"),
        ("DATABASE_URL", "sqlite:///"),
        ("WEBHOOK_URL", "http://bot.example.org"),
        ("WEBHOOK_URL", "https://"),
        ("LISTEN", "8443"),
        ("LISTEN", "host:0"),
        ("LISTEN", "host:70000"),
        ("WEBHOOK_SECRET", "with space"),
        ("WEBHOOK_SECRET", "a" * 257),
        ("POLICY", "no/such/policy.toml"),
        ("TIMEZONE", "Mars/Olympus"),
        ("TIMEZONE", "Asia"),
        ("TIMEZONE", "/etc/passwd"),
        ("LANGUAGE", "de"),
        ("ADMINS", "1,@somebody"),
        ("ADMINS", "-5"),
        ("LOG", "loud"),
    ],
)
def test_what_is_wrong_is_one_line_that_names_the_variable(name, value):
    (line,) = faults(**{f"REDVEST_{name}": value}) if name != "LANGUAGE" else _in_chinese(name, value)
    assert line.startswith(f"REDVEST_{name}: ")
    assert "\n" not in line


def _in_chinese(name: str, value: str) -> list[str]:
    with pytest.raises(SettingsError) as refusal:
        read_settings({f"REDVEST_{name}": value})
    assert "不在" in refusal.value.faults[0]
    return list(refusal.value.faults)


def test_everything_that_is_wrong_is_named_at_once_the_policys_faults_too(tmp_path: Path):
    policy = tmp_path / "policy.toml"
    policy.write_text('[deadlines.normal]\nanswer = "soon"\nanswr = "2h"\n')
    lines = faults(REDVEST_LISTEN="x", REDVEST_LOG="y", REDVEST_POLICY=str(policy))
    assert [line.split(":")[0] for line in lines] == [
        "REDVEST_LISTEN",
        "REDVEST_POLICY",
        "REDVEST_POLICY",
        "REDVEST_LOG",
    ]


def test_an_unknown_variable_is_refused_with_the_nearest_that_there_is():
    (line,) = faults(REDVEST_ADMIN="1")
    assert "REDVEST_ADMINS" in line


def test_variables_of_the_tests_are_passed_over():
    read_settings({"REDVEST_TEST_POSTGRES": "required"})


def test_no_secret_is_in_the_repr_or_in_a_fault():
    settings = read_settings(
        {
            "REDVEST_BOT_TOKEN": TOKEN,
            "REDVEST_WEBHOOK_SECRET": "hush-hush",
            "REDVEST_DATABASE_URL": "postgresql://user:passphrase@host/name",
        }
    )
    assert TOKEN not in repr(settings)
    assert "hush" not in repr(settings)
    assert "passphrase" not in repr(settings)
    said = "".join(faults(REDVEST_BOT_TOKEN=TOKEN + "\t!", REDVEST_DATABASE_URL="pg://u:passphrase@h/n"))
    assert "AAFabc" not in said
    assert "passphrase" not in said


def test_the_webhooks_secret_is_the_same_for_one_token_and_fit_for_telegram():
    one, same = (read_settings({"REDVEST_BOT_TOKEN": TOKEN}).webhook_secret for _ in range(2))
    other = read_settings({"REDVEST_BOT_TOKEN": "9" + TOKEN}).webhook_secret
    assert one == same != other
    assert len(one) == 64
    assert one.isalnum()


def test_the_real_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / ".env").write_text("\ufeffREDVEST_LOG=debug\nexport REDVEST_LANGUAGE='en' # words\n", "utf-8")
    monkeypatch.setenv("REDVEST_LOG", "error")
    monkeypatch.delenv("REDVEST_LANGUAGE", raising=False)
    settings = read_settings(environment(tmp_path))
    assert (settings.log, settings.language) == ("error", "en")


def test_a_line_of_the_file_that_cannot_be_read_is_named(tmp_path: Path):
    (tmp_path / ".env").write_text("REDVEST_LANGUAGE=en\nREDVEST_LOG='debug\n")
    with pytest.raises(SettingsError, match="line 2"):
        environment(tmp_path)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path):
    (tmp_path / ".env").write_bytes(b"\xff\xfe\x00REDVEST")
    with pytest.raises(SettingsError, match=r"\.env"):
        environment(tmp_path)
