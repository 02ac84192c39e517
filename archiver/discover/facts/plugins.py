"""What plug-ins, themes and page builders put among a post's words, by the names that they give to their boxes.

One list for all software, since a blog that was moved keeps the boxes of where it came from. A name is here when nothing an
author writes bears it. Sources: the plug-ins' own markup, in the order of their number of users.
"""

import re

from bs4 import Tag

from archiver.web.page import attribute, tokens

# Sharing, liking, following: Jetpack, AddToAny, Social Warfare, Shareaholic, Sassy, Simple Share Buttons, Shared Counts, Grow.
_SHARING = (
    "sharedaddy sd-sharing sd-like jetpack-likes-widget-wrapper wp-block-jetpack-sharing-buttons a2a_kit addtoany_content "
    "addtoany_share_save_container swp_social_panel swp-content-locator shareaholic-canvas heateor_sss_sharing_container "
    "heateor_sss_sharing_ul the_champ_sharing_container ssba ssba-classic-2 ssbp-wrap simplesocialbuttons ssb-share shared-counts-wrap "
    "dpsp-content-wrapper dpsp-networks-btns-wrapper essb_links mashsb-container mashsb-main juiz_sps_links scriptlesssocialsharing "
    "sfsi_sicons sfsiaftrpstwpr sfsibeforpstwpr wpsr-share-icons crestashareiconincontent easy-social-share novashare-buttons "
    "sharethis-inline-share-buttons sharethis-inline-reaction-buttons addthis_toolbox addthis_inline_share_toolbox addthis_tool "
    "at-above-post at-below-post social-buttons social-icons-share share-icons share-links share-bar sharebar share-box sharebox "
    "post-sharing post-share-buttons entry-share wp-block-outermost-social-sharing et_social_inline et_social_inline_bottom "
    "linkwithin_outer linkwithin_div twitter-share-button fb-like fb-share-button fb-save fb-send g-plusone pin-it-button "
    "wpulike wp_ulike_general_class zilla-likes sl-wrapper kk-star-ratings post-ratings rmp-widgets-container "
    "yasr-auto-insert-overall yasr-visitor-votes gdrts-rating-block printfriendly pf-button print-link pdf-button dkpdf-button-container "
    "feedflare sociable wp-socializer zemanta-pixie elementor-widget-share-buttons elementor-widget-social-icons "
    "et_pb_social_media_follow sqs-block-socialaccountlinks-v2 kudos clap-button pw-multi-vote-count pw-multi-vote-icon"
)
# Other posts: Jetpack, YARPP, Contextual Related Posts, Related Posts Thumbnails, Inline Related Posts, core's query blocks.
_OTHERS = (
    "jp-relatedposts wp-block-jetpack-related-posts yarpp yarpp-related crp_related wp_rp_wrap wp_rp_content relpost-thumb-wrapper "
    "relpost-block-container rp4wp-related-posts related_post related-post zem_rp_wrap nrelate nrelate_related "
    "erp_related_posts bibblio_related srp_slider wp-block-query wp-block-query-pagination wp-block-latest-posts "
    "wp-block-latest-comments wp-block-archives wp-block-categories wp-block-tag-cloud wp-block-calendar wp-block-rss "
    "wp-block-jetpack-blogroll wp-block-newspack-blocks-homepage-articles elementor-widget-posts elementor-widget-post-navigation "
    "elementor-post-navigation et_pb_post_nav et_pb_blog_grid sqs-block-summary-v2 summary-block-wrapper outbrain ob-widget taboola "
    "trc_related_container rc-widget mgbox revcontent seriesmeta seriesbox series-nav series-links pps-series-post-details "
    "linkwithin_text related_posts similar-posts more-posts further-posts"
)
# Who wrote it: Simple Author Box, Starbox, Molongui, PublishPress, Fancier Author Box, core.
_AUTHORS = (
    "saboxplugin-wrap abh_box m-a-box pp-multiple-authors-boxes-wrapper pp-author-boxes-avatar ts-fab-wrapper about-author "
    "about-the-author author-box author_box authorbox author-bio author-card author-profile author-description post-author-box "
    "post-author-bio wp-block-post-author wp-block-post-author-biography elementor-widget-author-box elementor-author-box "
    "guest-author-box cab-author wp-block-molongui-author-box"
)
# Newsletters and money: Mailchimp, MailPoet, ConvertKit, Bloom, OptinMonster, Newsletter, Substack, Ghost; advertisement.
_CUSTOM = (
    "mc4wp-form mc_embed_signup mailpoet_form mailpoet_form_below_posts mailpoet_form_html formkit-form seva-form ck_form ck_form_container "
    "et_bloom et_bloom_below_content et_bloom_inline_form et_pb_newsletter om-holder tve-leads-conversion-object thrv_leads_shortcode "
    "sib_signup_form sib-form tnp tnp-subscription newsletter-signup newsletter-form newsletter-box newsletter-cta newsletter-block "
    "newsletter-widget email-signup email-signup-form signup-form signup-box subscribe-box subscribe-form subscribe-widget "
    "subscribe-cta subscription-form subscription-box subscription-widget subscription-widget-wrap wp-block-jetpack-subscriptions "
    "wp-block-jetpack-mailchimp wp-block-premium-content-container optin-box opt-in-box mailing-list-signup mailchimp-form ml-embedded "
    "sendfox-form beehiiv-embed kg-signup-card kg-cta-card wpcnt wordads-tag adsbygoogle ad-wrapper ad-slot "
    "advertisement google-auto-placed ezoic-ad mv-ad-box adthrive-ad raptive-ad quads-location code-block-default "
    "advads-ad-code aawp aawp-product amalinkspro lasso-container lasso-display easyazon-block amazon-auto-links affiliate-disclosure "
    "affiliate-disclaimer affiliate-notice amazon-disclosure sponsored-content-box patreon-widget wp-block-jetpack-donations "
    "wp-block-jetpack-recurring-payments install-substack-app-embed community-chat"
)
# About the page: contents, time to read, counts, ways up.
_PAGE = (
    "ez-toc-container toc_container lwptoc yoast-table-of-contents wp-block-yoast-seo-table-of-contents wp-block-rank-math-toc-block "
    "wp-block-aioseo-table-of-contents aioseo-toc-header wp-block-simpletoc-toc simpletoc-list simpletoc-title uagb-toc__wrap "
    "wp-block-uagb-table-of-contents kb-table-of-content-nav wp-block-kadence-tableofcontents wp-block-table-of-contents "
    "ub_table-of-contents elementor-widget-table-of-contents elementor-toc sd-toc toc-wrapper toc-container table-of-contents-wrapper "
    "markdown-toc tableofcontents js-toc nav-toc rt-reading-time span-reading-time yoast-reading-time__wrapper "
    "wp-block-yoast-seo-estimated-reading-time estimated-reading-time reading-time post-reading-time readingtime read-time readtime "
    "post-views post-view-count wp-postviews tptn_counter views-count pageviews rank-math-breadcrumb yoast-breadcrumb "
    "yoast-breadcrumbs aioseo-breadcrumbs breadcrumb-trail woocommerce-breadcrumb wpdiscuz_top_clearing wpdiscuz_unauth wpdcom "
    "wpd-inline-form elementor-widget-breadcrumbs elementor-widget-post-info elementor-widget-post-comments wp-block-post-comments-form "
    "wp-block-post-date wp-block-read-more wp-block-post-excerpt__more-text post-edit-link elementor-button-link-edit "
    "copy-to-clipboard-button back-to-top speechify-ignore"
)
_NAMES = frozenset(f"{_SHARING} {_OTHERS} {_AUTHORS} {_CUSTOM} {_PAGE}".split())
_NUMBERED = re.compile(
    r"(?:code-block|ez-toc-v|ai-ad|quads-ad|et_bloom_widget|mailpoet_form|mc4wp-form|sfsi|elementor-posts|crp|wpd)[-_]?\d[\w-]{0,20}|"
    r"(?:saboxplugin|jp-relatedposts|a2a_button|ssba|swp|dpsp|heateor_sss|mashsb|essb|ez-toc|lwptoc|yarpp|aawp|wpdiscuz|wpd|mailpoet|mc4wp)[-_][\w-]{1,60}"
)
# Of code, beside its lines: Pygments, Chroma, Hexo, highlight.js, Prism, SyntaxHighlighter.
_LINE_NUMBERS = frozenset(
    "gutter lineno linenos linenodiv lnt ln hljs-ln-numbers line-numbers-rows blob-num".split()
)
_DIGITS = re.compile(r"[\d\s]*")
_MOST_DIGITS = 20_000


def is_plugins(tag: Tag) -> bool:
    """Whether an element's name says that a plug-in put it there."""
    if not tag.attrs:
        return False
    names = tokens(tag, "class")
    own = attribute(tag, "id").lower()
    return (
        not _NAMES.isdisjoint(names)
        or own in _NAMES
        or any(_NUMBERED.fullmatch(name) for name in names)
        or (not _LINE_NUMBERS.isdisjoint(names) and _is_digits(tag))
    )


def _is_digits(tag: Tag) -> bool:
    text = tag.get_text()
    return len(text) <= _MOST_DIGITS and _DIGITS.fullmatch(text) is not None
