"""The `collection.toml` that a new collection starts with: every setting, its default, what it does."""

import json

from archiver.collection.archives import ARCHIVES

_TEMPLATE = """\
# What this collection keeps. Change it freely: it is read at the start of every crawl.

[blog]
{title}seeds = {seeds}   # front pages; or one month's page, for that month only
# since = "2015-01"       # leave out what is older
# until = "2019-12"       # leave out what is younger
# months = ["2019-09"]    # only these
# sources = true          # fetch what the posts cite

[politeness]
# contact = "you@example.org"   # told to every host in the User-Agent: please fill in
# delay = 1.0             # seconds between two requests to one host
# concurrency = 16        # requests in flight, all hosts together
# per_host = 1            # requests in flight to one host
# timeout = 60.0          # seconds of silence: before an answer, and within it
# longest_answer = 900.0  # seconds for a whole answer
# slowest = 500           # bytes a second, on average, after the first half minute
# retries = 2             # after the first try, of what may pass
# longest_wait = 120.0    # seconds that Retry-After or Crawl-delay may ask for
# probes = true           # ask for a made-up address beside a source that may be an error page, once in 90 days a folder

[network]
# allow_private_addresses = false
# allow_networks = []     # private networks that may be asked, such as "10.1.0.0/16"
# verify_certificates = false   # true: refuse hosts whose certificate is expired, self-signed or another's
# proxy = ""              # such as "http://proxy.example.org:3128"; user and password go into credentials.toml

[drift]
# How far a source has moved from what was cited; shares are of words, and between 0 and 1.
# replaced = 0.15         # less is kept of a work that has been replaced by another
# changed = 0.5           # so much is kept where most of it still stands; less: a major change
# minor = 0.85            # so much is kept where a change is minor, and no news,
# minor_new = 0.65        # and so much of what is there now is not new,
# intact = 0.6            # and so much stands in sentences that are wholly the same
# correction = 2          # or so few words are gone, and as many new, in however short a text
# whole = 0.97            # so much is kept where nothing is gone,
# grown = 0.5             # and then so much is not new where a change is minor
# cut = 0.6               # so much of a page that was cut off, as before a wall, was there before
# prose = 0.1             # as replaced, of running text only, whatever menus both pages have
# foreign = 0.4           # of both texts in one piece that the other lacks, under another title: replaced
# cosine = 0.12           # less is like the old under its old title, where it is another work
# word_change = -0.7      # under its old title, a page that lost more of its words is a part of it, not another work
# akin = 0.5              # so much is alike, without a title to tell by, where it is the same work
# fewest_words = 30       # of fewer, shares say little
# least_words = 5         # fewer are no text
# longest = 2000000       # characters of each text that are compared

[storage]
# max_body_mb = 64.0      # larger bodies are cut, and said to be
# warc_mb = 1024.0        # a new WARC file beyond this
# digests = ["sha1", "sha256"]   # the first into the WARC headers, the other beside it
# sync = "second"         # what was written is on the disk after a second; or after each "record", which is slower
# requisites = true       # images, styles, scripts and fonts, so that a snapshot can be looked at
# requisites_per_page = 200

[schedule]
# sources = 0             # sources captured before that a run looks at again; 0: as many as it takes to see each in 90 days
# max_mb = 0.0            # that a run may add to the WARCs; then it ends, and the next one goes on; 0: no limit

[reading]
# processes = 0           # that read at once; 0: one for each processor
# seconds = 20.0          # of a processor, for one document: one that takes more is kept, and has no text
# memory_mb = 1024        # for one document, likewise

[search]
# tokenizer = "porter"    # by English stems; "unicode61": by words as written; "trigram": any piece of a text, as Chinese,
#                         # Japanese, Korean and Thai need it. After a change: archiver index

[rescue]
# enabled = true          # ask web archives for sources that the web has lost: they learn which addresses
# requests = 500          # to all archives together, in one crawl; what is left waits for the next
# delay = 4.0             # seconds between two requests to one archive
# tries = 5               # captures of one source that are fetched and found wanting, before it is given up
# leave_out = []          # of {archives}
# Others beside them, such as a pywb of your own:
# [[rescue.archives]]
# name = "our pywb"       # as it stands in a sentence
# kind = "link"           # a TimeMap (RFC 7089); "cdxj": pywb's index; "wayback": the Internet Archive's
# list = "https://pywb.example.org/all/timemap/link/{{url}}"
# raw = "https://pywb.example.org/all/{{timestamp}}id_/{{url}}"

[submit]
# enabled = false         # let `archiver submit` hand posts and sources over to Save Page Now: then all may know of them
# service = "https://web.archive.org/save"
# memento = "https://web.archive.org/web/{{timestamp}}/{{url}}"   # where it shows a capture
# key_file = ""           # ia.ini, as `ia configure` writes it; "": the keys stand in credentials.toml, or in the environment
# posts = true
# sources = true
# every = 180             # days until what was captured is handed over again
# fresh = 30              # days: a capture of others that is no older is good enough
# addresses = 200         # in one run; what is left waits for the next
# per_day = 2000
# per_minute = 6.0
# sessions = 3            # captures at once; the account's own limits count, too
# delay = 1.0             # seconds between two requests of any kind
# timeout = 60.0          # seconds for a whole answer
# longest_wait = 600.0    # seconds that it may ask for; beyond, the run ends, and the next goes on

[publish]
# public_base_url = ""    # where all can look at what `archiver export site` wrote, such as "https://archive.example.org/"; of a
#                         # served database "https://data.example.org/archive/-/snapshot/{{snapshot}}"; "": citations say "on file"
# name = ""               # of the archive, as it stands in a sentence: "the Ledger Archive"

# What proves to others who made a package, and when (archiver export wacz). Nothing is signed or stamped unless it stands here.
[proof]
# authority = ""          # of time stamps (RFC 3161); it is told a digest, and nothing else. Needs: pip install 'archiver[proof]'
# roots = ""              # a file of certificates that vouch for the authority, PEM
# key = ""                # a private key, PEM: openssl ecparam -name secp384r1 -genkey -noout -out key.pem. Keep it out of what you share

# For crawls that nobody watches. An address to ping goes into credentials.toml: whoever knows it can ping, too.
[log]
# file = ""               # JSON lines, such as "crawl.jsonl" in this folder
# level = "info"          # or "debug", "warning", "error"
# max_mb = 10.0           # moved on to crawl.jsonl.1 beyond this; 0: never, since logrotate does it
# keep = 5                # older files beside it

[metrics]
# textfile = ""           # for Prometheus, such as "/var/lib/node_exporter/archiver.prom"
"""


def render(seeds: list[str], title: str | None = None) -> str:
    """The text of a new `collection.toml`. JSON strings are TOML strings."""
    return _TEMPLATE.format(
        seeds=json.dumps(seeds),
        title=f"title = {json.dumps(title, ensure_ascii=False)}\n" if title else "",
        archives=", ".join(f'"{archive.name}"' for archive in ARCHIVES),
    )
