"""Addresses that hold a secret: whoever is told them may come in as somebody else."""

import re
from urllib.parse import parse_qsl, unquote, urlsplit

# Words in the name of a parameter, and whole names. What these hold is a secret, whatever it looks like.
_WORDS = frozenset(
    "sessionid phpsessid jsessionid aspsessionid token accesstoken authtoken auth authkey oauth apikey password passwd "
    "passwort passphrase pwd secret signature hmac credential credentials jwt bearer csrf xsrf nonce samlresponse rlkey "
    "resourcekey cfid cftoken magiclink".split()
)
# Names that hold secrets on some sites and numbers or titles on others (`session=41-1` of a parliament): what they hold decides.
_PERHAPS = frozenset(
    "s sid sess session sig key code hash state ticket invite otp tk pass login unsubscribe".split()
)
_KEYED = frozenset("access api auth private secret share user account subscription licence license".split())
_SPLIT = re.compile(r"[^A-Za-z]+|(?<=[a-z])(?=[A-Z])")
_JWT = re.compile(r"eyJ[\w-]{8,512}+\.[\w-]{2,}")  # RFC 7519: two objects in base64url, and a signature
_IN_PATH = re.compile(r";(?:jsessionid|phpsessid|sid|session(?:id)?)=", re.IGNORECASE)
_LONG = 16  # characters; of random letters and digits nobody guesses so many
_RANDOM = re.compile(r"[A-Za-z0-9_+/=-]+")
_LONGEST = 20_000  # characters of an address that are looked at


def holds_secret(url: str) -> bool:
    """Whether an address names a user, or seems to hold a session, a password, a key or a signature.

    >>> holds_secret("https://a.example/paper?id=12&lang=en"), holds_secret("https://a.example/?access_token=x1")
    (False, True)
    >>> holds_secret("https://forum.example/t.php?sid=12"), holds_secret("https://forum.example/t?sid=0c1d9fab34e87f5522aa")
    (False, True)
    """
    try:
        parts = urlsplit(url[:_LONGEST])
        fragment = parse_qsl(parts.fragment) if "=" in parts.fragment else []
        pairs = [*parse_qsl(parts.query.replace(";", "&")), *fragment]
    except ValueError:
        return True  # what cannot be read is not given away
    if "@" in parts.netloc or _IN_PATH.search(parts.path):
        return True
    return _JWT.search(unquote(url[:_LONGEST])) is not None or any(_is_secret(*pair) for pair in pairs)


def _is_secret(name: str, value: str) -> bool:
    words = [word.lower() for word in _SPLIT.split(name) if word]
    whole = "".join(words)
    if not words or not value:
        return False
    if whole in _WORDS or not _WORDS.isdisjoint(words):
        return True
    if words[-1] == "key" and not _KEYED.isdisjoint(words):
        return True
    return (whole in _PERHAPS or words[-1] in _PERHAPS) and _is_random(value)


def _is_random(value: str) -> bool:
    """Long, of one piece, and of letters and digits mixed: no word, no number, no title."""
    mixed = any(map(str.isdigit, value)) and any(map(str.isalpha, value))
    if len(value) < _LONG or not mixed or _RANDOM.fullmatch(value) is None:
        return False
    longest = max(map(len, re.split(r"[-_+/]", value)))
    return longest >= _LONG
