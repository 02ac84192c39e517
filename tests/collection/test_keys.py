"""The keys for Save Page Now: where they may stand, who may read them, and that nobody is shown them."""

import pytest

from archiver.collection.credentials import read_credentials
from archiver.collection.folder import create_collection
from archiver.collection.keys import Keys, read_keys
from archiver.collection.settings import read_settings
from archiver.models.errors import SettingsError

BLOG = '[blog]\nseeds = ["https://a.example/"]\n[submit]\n'
TOML = '[submit]\naccess_key = "canaryA"\nsecret_key = "canaryB"\n'
INI = "[s3]\naccess = canaryC\nsecret = canaryD\n[cookies]\nlogged-in-sig = 1%2\n"


@pytest.fixture
def collection(tmp_path):
    """With keys in both files that may hold them, and the settings naming neither."""
    made = create_collection(tmp_path / "archive", BLOG)
    made.credentials.write_text(TOML)
    made.credentials.chmod(0o600)
    ini = made.folder / "ia.ini"
    ini.write_text(INI)
    ini.chmod(0o600)
    return made


def test_keys_are_of_the_environment_of_the_named_file_or_of_the_credentials(collection):
    """In this order; a path begins in the archive's folder."""
    own = read_keys(collection, {})
    collection.toml.write_text(BLOG + 'key_file = "ia.ini"\n')
    named = read_keys(collection, {})
    told = read_keys(collection, {"IA_ACCESS_KEY_ID": "canaryE", "IA_SECRET_ACCESS_KEY": " canaryF\n"})
    short = read_keys(collection, {"IA_ACCESS_KEY": "canaryG", "IA_SECRET_KEY": "canaryH"})

    assert [
        Keys("canaryA", "canaryB"), Keys("canaryC", "canaryD"), Keys("canaryE", "canaryF"), Keys("canaryG", "canaryH")
    ] == [own, named, told, short]  # fmt: skip
    assert ("LOW canaryA:canaryB", "Keys()") == (own.authorization, repr(own))
    assert {"canaryA", "canaryB"} <= read_credentials(collection.credentials).secrets()


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o660])
@pytest.mark.parametrize("name", ["credentials.toml", "ia.ini"])
def test_a_file_that_others_may_read_is_refused(collection, name, mode):
    """With the command that mends it."""
    collection.toml.write_text(BLOG + ('key_file = "ia.ini"\n' if name == "ia.ini" else ""))
    path = collection.folder / name
    path.chmod(mode)
    with pytest.raises(SettingsError) as caught:
        read_keys(collection, {})

    assert f"chmod 600 {path.absolute()}" in str(caught.value).replace(str(path), str(path.absolute()))
    assert "canary" not in str(caught.value)


def test_credentials_that_hold_other_secrets_may_be_as_they_were(collection):
    """Where the keys are of the environment, nobody minds."""
    collection.credentials.chmod(0o644)

    assert Keys("a1", "b2") == read_keys(collection, {"IA_ACCESS_KEY_ID": "a1", "IA_SECRET_ACCESS_KEY": "b2"})


@pytest.mark.parametrize(
    ("text", "environment", "words"),
    [
        ("", {}, "Get them at https://archive.org/account/s3.php"),
        (TOML.replace("canaryB", ""), {}, "one of the two keys is missing"),
        (TOML, {"IA_SECRET_ACCESS_KEY": "canaryB"}, "one of the two keys is missing"),
        # a header in the key, another alphabet
        (
            TOML.replace("canaryB", r"canary\r\nX: y"),
            {},
            "not as https://archive.org/account/s3.php shows them",
        ),
        (TOML.replace("canaryB", "canaryß"), {}, "not as https://archive.org/account/s3.php shows them"),
        (TOML.replace("canaryB", "canary:b"), {}, "not as https://archive.org/account/s3.php shows them"),
    ],
)
def test_keys_that_cannot_be_are_told_without_showing_them(collection, text, environment, words):
    """A clear word, and what to do."""
    collection.credentials.write_text(text)
    with pytest.raises(SettingsError) as caught:
        read_keys(collection, environment)

    assert words in str(caught.value)
    assert ("canary" in str(caught.value), 2) == (False, caught.value.exit_code)


@pytest.mark.parametrize("text", ["not an ini", "[s3\naccess=canary", "[s3]\naccess = canary\n", None])
def test_a_named_file_that_holds_no_keys_is_told(collection, text):
    """Or is not there."""
    collection.toml.write_text(BLOG + 'key_file = "ia.ini"\n')
    path = collection.folder / "ia.ini"
    path.unlink() if text is None else path.write_text(text)
    with pytest.raises(SettingsError) as caught:
        read_keys(collection, {})

    assert str(path.absolute()) in str(caught.value)
    assert "canary" not in str(caught.value)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        # keys over an open line, with a password, or in the wrong file
        ('service = "http://save.example/"', "keys are sent over https only"),
        ('service = "https://a:b@save.example/"', "no address of a service"),
        ('access_key = "canary"', "submit.access_key: Extra inputs"),
        ('memento = "https://web.example/{url}"', "no address with {timestamp} and {url}"),
        ("per_minute = 0", "submit.per_minute"),
        ("sessions = 99", "submit.sessions"),
    ],
)
def test_settings_that_cannot_be_are_refused(tmp_path, line, words):
    """All at the start."""
    path = tmp_path / "collection.toml"
    path.write_text(f"{BLOG}{line}\n", encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        read_settings(path)

    assert words in str(caught.value)
    assert "canary" not in str(caught.value)


def test_it_is_off_until_somebody_says_so(tmp_path):
    """It makes public what is handed over."""
    path = tmp_path / "collection.toml"
    path.write_text(BLOG, encoding="utf-8")

    assert not read_settings(path).submit.enabled
