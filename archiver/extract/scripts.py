"""Words of any script, written with spaces or without."""

import re

# Written without spaces: Thai, Lao, Tibetan, Burmese, Khmer, kana, Han. There a letter is as good as a word.
_UNSPACED = (
    "\u0e01-\u0e4e\u0e81-\u0ece\u0f40-\u0fbc\u1000-\u1049\u1050-\u109f\u1780-\u17d3\u3041-\u3096\u309d-\u309f\u30a1-\u30fa"
    "\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
# Signs that belong to letters, and that `\w` leaves out: accents, Hebrew and Arabic points, the vowels of India.
_MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0963\u0966-\u0dff"
_SPACED = rf"(?:[^\W{_UNSPACED}]|[{_MARKS}])++"
WORD = re.compile(rf"[{_UNSPACED}]|{_SPACED}")
WHOLE_WORD = re.compile(
    rf"[{_UNSPACED}]|{_SPACED}(?:(?:'|(?<=\d)[.,](?=\d)){_SPACED})*+"
)  # `don't` and `1,200` are one
UNSPACED = re.compile(rf"[{_UNSPACED}]")
