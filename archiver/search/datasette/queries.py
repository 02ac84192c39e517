"""Questions that everybody asks, as canned queries of Datasette."""

from archiver.search.ranking import SCORE

# Ranked over posts and sources at once: Datasette's own table search does not rank (simonw/datasette#268).
_SEARCH = f"""
select
  documents.kind,
  coalesce(posts.title, sources.title, documents.title) as title,
  coalesce(posts.url, sources.url) as url,
  coalesce(posts.author, sources.author) as author,
  coalesce(posts.published, sources.issued) as date,
  snippet(documents_fts, 2, '[', ']', '…', 32) as snippet,
  (select count(distinct post_id) from citation_sources join citations on citations.id = citation_id
    where source_id = sources.id) as cited_by_posts
from documents_fts
join documents on documents.id = documents_fts.rowid
left join posts on posts.id = (select min(id) from posts where document_id = documents.id)
left join sources on sources.id = (select min(id) from sources where document_id = documents.id)
where documents_fts match coalesce(nullif(escape_fts(:q), ''), '""') and coalesce(posts.id, sources.id) is not null
order by {SCORE}, documents.id
limit 100
"""  # noqa: S608  # our own words

_MOST_CITED = """
select
  sources.id as source_id, sources.title, sources.url, sources.outcome,
  count(distinct post_id) as posts, count(distinct citation_id) as citations, first_cited
from sources
join citation_sources on source_id = sources.id
join citations on citations.id = citation_id
group by sources.id
order by posts desc, citations desc, sources.id
limit 100
"""

_DIED = """
select
  sources.id as source_id, sources.title, sources.url, sources.outcome, sources.reason, sources.last_checked,
  sources.document_id is not null as we_have_it,
  posts.title as cited_in, citations.label as mark, citations.sentence
from sources
join citation_sources on source_id = sources.id
join citations on citations.id = citation_id
join posts on posts.id = post_id
where sources.outcome in ('gone', 'soft-404', 'parked', 'unreachable')
order by sources.last_checked desc, sources.id, posts.published
"""

_INCOMPLETE = """
select
  seed, printf('%04d-%02d', year, month) as month, url, posts_announced, posts_listed, posts_captured,
  posts_in_feed, posts_in_sitemap, posts_in_rest, posts_not_on_pages, pages_missing
from ledger
where posts_captured < posts_listed or posts_announced != posts_listed or posts_not_on_pages > 0 or pages_missing > 0
order by year, ledger.month
"""

_HOSTS = """
select
  sources.host, count(distinct sources.id) as sources, count(distinct post_id) as posts, count(distinct citation_id) as citations,
  count(distinct case when sources.outcome in ('archived', 'rescued') then sources.id end) as held,
  count(distinct case when sources.outcome in ('gone', 'soft-404', 'parked', 'unreachable') then sources.id end) as lost
from sources
join citation_sources on source_id = sources.id
join citations on citations.id = citation_id
where sources.host is not null
group by sources.host
order by citations desc, sources.host
limit 100
"""

_SINGLE_POINTS = """
select
  sources.host, count(distinct post_id) as posts, count(distinct citation_id) as citations,
  count(distinct sources.id) as sources_without_a_copy
from sources
join citation_sources on source_id = sources.id
join citations on citations.id = citation_id
where sources.host is not null and sources.document_id is null
  and not exists (
    select 1 from citation_sources as beside join sources as other on other.id = beside.source_id
    where beside.citation_id = citations.id and other.document_id is not null
  )
group by sources.host
order by citations desc, sources.host
limit 100
"""

_IN_MANY_POSTS = """
select
  sources.id as source_id, sources.title, sources.url, sources.outcome, sources.document_id is not null as we_have_it,
  count(distinct post_id) as posts, count(distinct citation_id) as citations, min(posts.published) as first, max(posts.published) as last
from sources
join citation_sources on source_id = sources.id
join citations on citations.id = citation_id
join posts on posts.id = post_id
group by sources.id
having count(distinct post_id) >= 3
order by posts desc, sources.id
"""

_QUOTES_GONE = """
select
  posts.id as post_id, posts.title as post, citations.label as mark, quotes.exact as quoted, sources.id as source_id,
  sources.title as source, sources.url, sources.last_checked
from quotes
join citations on citations.id = quotes.citation_id
join posts on posts.id = citations.post_id
join sources on sources.id = quotes.source_id
where quotes.found = 'gone'
order by posts.published, posts.id, citations.position
"""

QUERIES = {
    "search": {
        "title": "Search posts and sources",
        "description": "The best first. All words must occur.",
        "sql": _SEARCH.strip(),
    },
    "most_cited": {"title": "Most cited sources", "sql": _MOST_CITED.strip()},
    "died": {
        "title": "What died",
        "description": "Sources that the web has lost, and the sentences that rest on them.",
        "sql": _DIED.strip(),
    },
    "incomplete_months": {
        "title": "Months that are not whole",
        "description": "The lists of the blog disagree, or name more posts than were captured.",
        "sql": _INCOMPLETE.strip(),
    },
    "most_cited_hosts": {
        "title": "Most cited hosts",
        "description": "How much of each is held, and how much is lost.",
        "sql": _HOSTS.strip(),
    },
    "single_points_of_failure": {
        "title": "Single points of failure",
        "description": "Hosts on which citations rest of which no copy is held, of no source.",
        "sql": _SINGLE_POINTS.strip(),
    },
    "cited_in_three_posts": {
        "title": "Sources cited in three posts or more",
        "sql": _IN_MANY_POSTS.strip(),
    },
    "quotes_gone": {
        "title": "Quotes that are gone",
        "description": "Words that a post quotes, and that its source does not have.",
        "sql": _QUOTES_GONE.strip(),
    },
}
