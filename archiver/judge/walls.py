"""Pages that stand before the page: a login, a check for machines."""

import re
from http import HTTPStatus

from archiver.judge.evidence import Evidence, phrases
from archiver.models.citation import Outcome, Verdict

_SHORT = 120  # words of a page that only asks
_FORM, _NO_FORM = 60, 25  # words of one that asks for no password yet; of one that has not even a field
_LONGEST = 120  # characters of a heading

# Headers that only a challenge has: Cloudflare's and AWS WAF's own documentation.
_CHALLENGE_HEADERS = (("cf-mitigated", ("challenge",)), ("x-amzn-waf-action", ("challenge", "captcha")))
# What only the page of a challenge has in it; scripts that watch every page (Cloudflare's jsd, DataDome's tags) do not count.
_CHALLENGE_MARKS = (
    b"_cf_chl_opt",
    b"geo.captcha-delivery.com",
    b'id="px-captcha"',
    b"window.gokuprops",
    b"/_incapsula_resource?swudnsai",
    b"/sorry/index?continue",
    b"distil_r_captcha",
    b"/.within.website/x/cmd/anubis",
)
_CHALLENGE_NAMES = phrases(
    """
    Just a moment... | One moment, please... | Attention Required! | Access denied | Access to this page has been denied
    Pardon Our Interruption | Robot Check | Are you a robot? | Bot Verification | Human Verification | Captcha
    Verify you are human | Please verify you are a human | Verifying you are human | Checking your browser
    Checking your browser before accessing | DDoS-Guard | Security Check | Security Checkpoint | Client Challenge
    Vercel Security Checkpoint | Making sure you're not a bot! | Request Rejected | You have been blocked
    Sorry, you have been blocked | Blocked | Too Many Requests | One more step | Before we continue
    Your access to this site has been limited | Your access to this site has been limited by the site owner
    Your access to this service has been limited | Your access to this service has been temporarily limited
    Not available in your region | Not available in your country | Content not available in your region
    This content is not available in your region | This page is not available in your region
    Unavailable in your region | Access restricted | Sicherheitsüberprüfung | Sind Sie ein Mensch? | Vérification de sécurité
    Comprobación de seguridad | Verifica di sicurezza | Проверка браузера | 安全验证 | 人机验证
    Nur einen Moment… | Einen Moment, bitte | Un instant… | Un momento… | Um momento…
    """
)
_CHALLENGE_WORDS = re.compile(
    r"enable javascript and cookies to continue|unusual traffic from your computer|verify (?:that )?you are (?:a )?(?:human|not a robot)|"
    r"checking (?:if the site connection is secure|your browser before)|confirm (?:that )?you are (?:a )?human|"
    r"why have i been blocked|performance (?:and|&) security by cloudflare|complete the (?:security check|captcha)|solve (?:the|this) captcha|"
    r"press (?:and|&) hold to confirm|(?:content|page|site|website|video) is (?:not available|unavailable) in your (?:region|country|location)|"
    r"attempting to access this website from a country|bestätigen sie, dass sie (?:ein mensch|kein roboter) sind|"
    r"confirmez que vous (?:êtes humain|n[’']êtes pas un robot)|confirma que (?:eres humano|no eres un robot)",
    re.IGNORECASE,
)
_LOGIN_NAMES = phrases(
    """
    Log in | Login | Log on | Logon | Sign in | Sign in to continue | Please sign in | Please log in | Log in to continue
    Login required | Authentication required | Members only | Member login | User login | Account login
    Log in to your account | Sign in to your account | Sign in or create an account | Log in or sign up | You must log in
    Log in to Facebook | Log into Facebook | Log In or Sign Up to View | Create an account or log in | Single sign-on
    Anmelden | Anmeldung | Einloggen | Connexion | Se connecter | S'identifier | Iniciar sesión | Acceder | Accedi
    Iniciar sessão | Entrar | Inloggen | Aanmelden | Logga in | Logg inn | Log ind | Kirjaudu | Kirjaudu sisään
    Zaloguj się | Logowanie | Přihlášení | Bejelentkezés | Войти | Вход | Авторизация | Giriş yap
    ログイン | 登录 | 登入 | 로그인
    """
)
# What is said of the page that one would see; anybody may say "log in" alone.
_LOGIN_WORDS = re.compile(
    r"\b(?:please |kindly )?(?:log|sign) ?in to (?:continue|proceed|view|read|see|access)\b|"
    r"\b(?:must|need to|have to) (?:be (?:logged|signed) ?in|(?:log|sign) ?in|be a member|register)\b|"
    r"\b(?:only|just) (?:for )?(?:registered|logged[ -]in) (?:users|members)\b|\bbitte (?:melden sie sich an|einloggen)\b|"
    r"\bsie müssen (?:sich anmelden|angemeldet sein|eingeloggt sein)\b|\bvous devez (?:être connecté|vous connecter)\b|"
    r"\bdebe(?:s)? (?:iniciar sesión|estar registrado)\b|\bdevi (?:effettuare l[’']accesso|accedere)\b|\bje moet (?:inloggen|ingelogd zijn)\b|"
    r"\bmusisz się zalogować\b|необходимо (?:войти|авторизоваться)|ログインしてください|ログインが必要|请先?登录|로그인이 필요",
    re.IGNORECASE,
)
_SENTENCES = 3
_MEMBERS = re.compile(
    r"\b(?:log ?in|sign ?in|members? only|subscribers? only|please register)\b", re.IGNORECASE
)


def bot_wall(page: Evidence) -> Verdict | None:
    """A challenge for machines, with whatever status it is served."""
    for name, values in _CHALLENGE_HEADERS:
        if (page.capture.header(name) or "").lower() in values:
            return _blocked(page, f"the server demands a check for machines ({name})")
    if page.words > _SHORT:
        return None
    if any(mark in page.head for mark in _CHALLENGE_MARKS):
        return _blocked(page, "the page is a check for machines")
    named = next((head for head in page.heads if head in _CHALLENGE_NAMES), None)
    # Alone, such a name can be a story's; a story is longer, or signed.
    if named is not None and not page.is_signed:
        return _blocked(page, f"the page says “{named}”")
    if not page.is_signed and (words := _CHALLENGE_WORDS.search(page.text)):
        return _blocked(page, f"the page says “{words[0]}”")
    return None


def login_wall(page: Evidence) -> Verdict | None:
    """A page that is a login form, not one that has one in a corner."""
    if page.words > _SHORT or page.is_signed:
        return None
    # Without a form such a name can be another word's: "Anmeldung" is that for a meeting, too.
    limit = _SHORT if page.asks_for_password else _FORM if page.asks_for_name else _NO_FORM
    heads = [head for head in page.heads if len(head) <= _LONGEST]
    named = next((head for head in heads if head in _LOGIN_NAMES), None)
    if named is not None and page.words <= limit:
        return Verdict(outcome=Outcome.LOGIN_WALL, reason=f"the page says “{named}”")
    limit = _SHORT if page.asks_for_password else _FORM
    said = next(filter(_LOGIN_WORDS.search, (*heads, *page.sentences[:_SENTENCES])), None)
    if said is not None and page.words <= limit:
        return Verdict(outcome=Outcome.LOGIN_WALL, reason=f"the page says “{said[:_LONGEST]}”")
    return None


def refused(page: Evidence, status: str) -> Verdict:
    """What 403 means: a login where the page speaks of one, else that we, a machine, are not wanted."""
    if page.asks_for_password or _MEMBERS.search(" ".join((page.text, *page.heads))):
        return Verdict(outcome=Outcome.LOGIN_WALL, reason=f"{status}, and the page asks for a login")
    return Verdict(outcome=Outcome.BOT_WALL, reason=status)


def _blocked(page: Evidence, how: str) -> Verdict:
    reason = how if page.status == HTTPStatus.OK else f"{page.status}: {how}"
    return Verdict(outcome=Outcome.BOT_WALL, reason=reason)
