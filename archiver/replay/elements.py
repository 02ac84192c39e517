"""What of HTML, SVG and MathML a page may show; everything else is not written."""

import re

VOID = frozenset("area br col hr img input link source wbr".split())
HTML = VOID | frozenset(
    "a abbr acronym address article aside audio b bdi bdo big blockquote button caption center cite code colgroup data "
    "datalist dd del details dfn dialog dir div dl dt em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header "
    "hgroup i ins kbd label legend li main map mark marquee menu meter nav nobr ol optgroup option output p picture pre "
    "progress q rb rp rt rtc ruby s samp search section select small span strike strong sub summary sup table tbody td textarea "
    "tfoot th thead time tr tt u ul var video".split()
)
# Neither <script> nor <foreignObject>, and nothing that changes an attribute in time (animate, set).
SVG = frozenset(
    "svg g defs symbol use switch view path rect circle ellipse line polyline polygon text tspan textPath image "
    "linearGradient radialGradient stop pattern clipPath mask marker title filter feBlend feColorMatrix feComponentTransfer "
    "feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB "
    "feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight "
    "feTile feTurbulence".split()
)
# MathML Core, but for its links and annotations.
MATHML = frozenset(
    "math mrow mi mn mo ms mtext mspace mfrac msqrt mroot mstyle merror mpadded mphantom msub msup msubsup munder mover "
    "munderover mmultiscripts mprescripts none mtable mtr mtd menclose mfenced semantics".split()
)
FOREIGN = frozenset(name.lower() for name in SVG | MATHML)
# A tag of these ends a drawing or a formula around it (HTML, 13.2.6.5).
BREAKING_OUT = frozenset(
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p "
    "pre ruby s small span strong strike sub sup table tt u ul var".split()
)
# Left out with all that is in them.
SKIPPED = frozenset(["template", "portal", "fencedframe", "annotation", "annotation-xml"])
SKIPPED_IN_SVG = frozenset(["foreignobject", "desc", "metadata", "script", "animate", "set"])
# Reopened in each block after them until they are ended (HTML, 13.2.4.3): a few bytes can grow to many.
FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
# Elements with a hyphen are their page's own: without script they are boxes, on which styles may hang.
CUSTOM = re.compile(r"[a-z][a-z0-9]{0,20}+(?:-[a-z0-9]{1,20}+){1,4}")

# Attributes that say nothing but how something looks or what it is called; none holds an address.
PLAIN = frozenset(
    "id class lang dir title name hidden align valign width height border cellpadding cellspacing bgcolor color face size text "
    "link vlink alink noshade nowrap rowspan colspan headers scope abbr span start reversed value type alt sizes for checked "
    "selected disabled readonly placeholder open label clear compact char charoff frame rules rows cols wrap min max low high "
    "optimum step multiple ismap shape coords role tabindex translate datetime hspace vspace popover popovertarget "
    "leftmargin topmargin marginwidth marginheight summary loop direction behavior scrollamount inert part nonce-free "
    "controls muted playsinline preload media".split()
) - {"nonce-free"}
OF_SVG = frozenset(
    "viewBox preserveAspectRatio xmlns version x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy d points transform rotate pathLength "
    "textLength lengthAdjust startOffset offset stop-color stop-opacity gradientUnits gradientTransform spreadMethod "
    "patternUnits patternContentUnits patternTransform clipPathUnits maskUnits maskContentUnits markerWidth markerHeight "
    "markerUnits refX refY orient filterUnits primitiveUnits in in2 result stdDeviation mode values operator k1 k2 k3 k4 "
    "flood-color flood-opacity lighting-color surfaceScale specularConstant specularExponent diffuseConstant kernelMatrix "
    "baseFrequency numOctaves seed stitchTiles scale xChannelSelector yChannelSelector tableValues slope intercept amplitude "
    "exponent azimuth elevation z pointsAtX pointsAtY pointsAtZ radius edgeMode order divisor bias targetX targetY "
    "preserveAlpha opacity fill-opacity fill-rule stroke-width stroke-linecap stroke-linejoin stroke-miterlimit "
    "stroke-dasharray stroke-dashoffset stroke-opacity clip-rule paint-order vector-effect shape-rendering "
    "text-rendering image-rendering color-interpolation color-interpolation-filters color-rendering display visibility "
    "overflow font-family font-size font-style font-weight font-variant font-stretch letter-spacing word-spacing "
    "text-anchor text-decoration dominant-baseline alignment-baseline baseline-shift writing-mode mask-type "
    "pointer-events enable-background focusable isolation mix-blend-mode".split()
)
OF_MATHML = frozenset(
    "display mathvariant mathsize mathcolor mathbackground displaystyle scriptlevel stretchy symmetric fence separator lspace "
    "rspace minsize maxsize movablelimits accent accentunder linethickness bevelled numalign denomalign columnalign rowalign "
    "columnspacing rowspacing columnlines rowlines rowspan columnspan depth voffset notation open close separators "
    "form largeop alttext".split()
)
# What of a drawing is painted with a value of CSS, which may name an address.
PAINTED = frozenset(
    "fill stroke filter mask clip-path marker marker-start marker-mid marker-end cursor".split()
)
ADDRESSES = frozenset(["href", "src", "srcset", "poster", "background", "usemap", "style"])
# Whatever stands in one of these was written by us, or does not come out.
GUARDED = ADDRESSES | PAINTED
# Without forms and windows they do nothing, and we set them ourselves.
OURS = frozenset(["rel", "target", "method", "autocomplete", "data-outside"])
