// Search that forgives: case, accents, umlauts in either spelling, blanks, and a slip of the finger or two.

const UMLAUTS = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/** Small letters and digits, other signs as blanks. */
export function plain(text) {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => UMLAUTS[letter])
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** How many letters are wrong, missing, too many or swapped between `typed` and a beginning of `word`. */
function slips(typed, word) {
  const width = Math.min(word.length, typed.length + 2);
  /** @type {number[] | null} */
  let before = null;
  let row = Array.from({ length: width + 1 }, (_, place) => place);
  for (let down = 1; down <= typed.length; down += 1) {
    const next = [down];
    for (let right = 1; right <= width; right += 1) {
      const same = typed[down - 1] === word[right - 1];
      next[right] = Math.min(row[right] + 1, next[right - 1] + 1, row[right - 1] + (same ? 0 : 1));
      const isSwapped = typed[down - 1] === word[right - 2] && typed[down - 2] === word[right - 1];
      if (before && isSwapped) next[right] = Math.min(next[right], before[right - 2] + 1);
    }
    before = row;
    row = next;
  }
  return Math.min(...row);
}

/** How well one typed word fits one word of a name: 3 it is its beginning, 2 it is within, below 2 with slips, 0 not. */
function wordFit(typed, word) {
  if (word.startsWith(typed)) return 3;
  if (word.includes(typed)) return 2;
  const allowed = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
  const found = allowed ? slips(typed, word) : Infinity;
  return found <= allowed ? 1.5 - 0.4 * found : 0;
}

/** How well `query` fits `text`; 0 where a word of it fits none. Both as `plain` gives them. */
export function fit(query, text) {
  if (!query) return 1;
  const joined = query.replaceAll(" ", "");
  const words = text.split(" ");
  const fits = query.split(" ").map((typed) => Math.max(...words.map((word) => wordFit(typed, word))));
  if (fits.every((found) => found > 0)) return fits.reduce((sum, found) => sum + found, 0) / fits.length;
  return joined.length > 3 && text.replaceAll(" ", "").includes(joined) ? 1 : 0;
}
