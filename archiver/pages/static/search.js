// Search in the index beside this file. What strangers wrote is only ever text.
"use strict";
const wanted = new URLSearchParams(location.search);
const MOST = 200;
// The same letters, whatever their case and accents: as `archiver.export.site` folds them.
const folded = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
const words = folded(wanted.get("q") || "").match(/[\p{L}\p{N}_]+/gu) || [];
// Between the words of these scripts there are no spaces: a word is a piece of a run.
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function score(entry) {
  const heads = folded(`${entry.t} ${entry.a}`);
  let sum = 0;
  for (const word of words) {
    const inHead = heads.includes(word);
    const inText = UNSPACED.test(word) ? entry.w.includes(word) : ` ${entry.w} `.includes(` ${word}`);
    if (!inHead && !inText) return 0;
    sum += inHead ? 10 : 1;
  }
  return sum + 1;
}

function passes(entry) {
  const date = entry.d || "";
  return ["kind", "outcome", "host", "language"].every((name) => !wanted.get(name) || wanted.get(name) === entry[name[0]])
    && (!wanted.get("month") || date.startsWith(wanted.get("month")))
    && (!wanted.get("since") || date >= wanted.get("since"))
    && (!wanted.get("until") || date.slice(0, wanted.get("until").length) <= wanted.get("until"));
}

function line(tag, text, className) {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

const found = ARCHIVE.filter(passes).map((entry) => [score(entry), entry]).filter(([sum]) => sum > 0)
  .sort(([a, x], [b, y]) => b - a || (y.d || "").localeCompare(x.d || ""));
document.getElementById("q").value = wanted.get("q") || "";
document.getElementById("told").textContent = found.length
  ? `${found.length} found${found.length > MOST ? `; the first ${MOST} are shown` : ""}.`
  : "Nothing was found. All words must occur.";
for (const [, entry] of found.slice(0, MOST)) {
  const item = document.createElement("li");
  const heading = document.createElement("h2");
  const link = line("a", entry.t || entry.n);
  link.href = entry.n;
  link.dir = "auto";
  heading.append(link);
  item.append(heading, line("p", [entry.k, entry.o, entry.a, entry.d.slice(0, 10), entry.h].filter(Boolean).join(" · "), "soft"));
  const text = line("p", entry.s);
  text.dir = "auto";
  item.append(text);
  document.getElementById("hits").append(item);
}
