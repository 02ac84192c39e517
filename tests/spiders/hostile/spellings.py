"""Addresses of this machine as strangers may spell them, and names that lead to it."""

# Each is a whole address: `{port}` is where nobody is to hear of us, `{path}` says which way led there.
_BLOCKED = r"""
http://127.0.0.1:{port}/{path}
HTTP://127.0.0.1:{port}/{path}
http://127.0.0.3:{port}/{path}
http://127.1:{port}/{path}
http://127.0.1:{port}/{path}
http://127.000.000.001:{port}/{path}
http://0177.0.0.1:{port}/{path}
http://0177.0.0.01:{port}/{path}
http://017700000001:{port}/{path}
http://2130706433:{port}/{path}
http://0x7f000001:{port}/{path}
http://0X7F000001:{port}/{path}
http://0x7f.0.0.1:{port}/{path}
http://0x7f.0x0.0x0.0x1:{port}/{path}
http://0x7f.1:{port}/{path}
http://127.0.0.1.:{port}/{path}
http://0:{port}/{path}
http://0.0.0.0:{port}/{path}
http://00000000000:{port}/{path}
http://localhost:{port}/{path}
http://LOCALHOST:{port}/{path}
http://localhost.:{port}/{path}
http://ip6-localhost:{port}/{path}
http://[::1]:{port}/{path}
http://[0:0:0:0:0:0:0:1]:{port}/{path}
http://[0000:0000:0000:0000:0000:0000:0000:0001]:{port}/{path}
http://[::]:{port}/{path}
http://[::127.0.0.1]:{port}/{path}
http://[::7f00:1]:{port}/{path}
http://[::ffff:127.0.0.1]:{port}/{path}
http://[::FFFF:7F00:1]:{port}/{path}
http://[0:0:0:0:0:ffff:127.0.0.1]:{port}/{path}
http://[::ffff:0:127.0.0.1]:{port}/{path}
http://[64:ff9b::127.0.0.1]:{port}/{path}
http://[64:ff9b::7f00:1]:{port}/{path}
http://[64:ff9b:1::7f00:1]:{port}/{path}
http://[2002:7f00:1::]:{port}/{path}
http://[2001:0:7f00:1::]:{port}/{path}
http://[fe80::1]:{port}/{path}
http://[fc00::1]:{port}/{path}
http://[fd00:ec2::254]:{port}/{path}
http://[ff02::1]:{port}/{path}
http://public.example@127.0.0.1:{port}/{path}
http://public.example:80@127.0.0.1:{port}/{path}
http://1.1.1.1:80%20@127.0.0.1:{port}/{path}
http://127.0.0.1:{port}/{path}#@public.example/
http://127.0.0.1:{port}/{path}?@public.example/
http://１２７.0.0.1:{port}/{path}
http://①②⑦.⓪.⓪.①:{port}/{path}
http://127。0。0。1:{port}/{path}
http://127．0．0．1:{port}/{path}
http://127｡0｡0｡1:{port}/{path}
http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:{port}/{path}
http://ｌocalhost:{port}/{path}
http://169.254.169.254/latest/{path}
http://[fd00:ec2::254]/latest/{path}
http://10.0.0.1:{port}/{path}
http://192.168.0.1:{port}/{path}
http://private.example:{port}/{path}
http://private.example.:{port}/{path}
http://many-private.example:{port}/{path}
http://private-then-public.example:{port}/{path}
http://127.0.0.1:{port}\@public.example/{path}
""".split()
# Names with a public address, too: that one alone may be asked.
_PUBLIC_ALONE = """
http://mixed.example:{port}/{path}
http://mixed-6.example:{port}/{path}
http://public-then-private.example:{port}/{path}
""".split()
# No name and no number of a host: the resolver is asked, and knows nothing.
_NO_ADDRESS = r"""
http://127.0.0.1%00.public.example:{port}/{path}
http://%31%32%37.0.0.1:{port}/{path}
http://127.0.0.256:{port}/{path}
http://0x7f.0.0.0.1:{port}/{path}
http://127.0.0.1,public.example:{port}/{path}
http://nowhere.example:{port}/{path}
""".split()
SPELLINGS = [
    *((spelling, "blocked-address") for spelling in _BLOCKED),
    # The backslash is a slash, as browsers read it: the name before it is asked for, and is nobody's here.
    (r"http://public.example:{port}\@127.0.0.1/{path}", "dns"),
    *((spelling, "refused") for spelling in _PUBLIC_ALONE),
    *((spelling, "dns") for spelling in _NO_ADDRESS),
]

PUBLIC = ("93.184.216.34", "2606:2800:220:1::1")  # nobody answers there: the test lets no byte out
# Name: what the resolver answers the first time, the second, and so on; the last for ever.
NAMES = {
    "private.example": [["127.0.0.1"]],
    "private.example.": [["127.0.0.1"]],
    "many-private.example": [["10.0.0.1", "127.0.0.1", "::1"]],
    "private-then-public.example": [["127.0.0.1"], [PUBLIC[0]]],
    "public-then-private.example": [[PUBLIC[0]], ["127.0.0.1"]],
    "mixed.example": [["127.0.0.1", PUBLIC[0]]],
    "mixed-6.example": [["::1", PUBLIC[1], "127.0.0.1"]],
    "127.0.0.1.": [["127.0.0.1"]],
    "localhost": [["127.0.0.1", "::1"]],
    "localhost.": [["127.0.0.1", "::1"]],
    "ip6-localhost": [["::1"]],
}
