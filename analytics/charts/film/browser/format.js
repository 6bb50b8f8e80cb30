// Words, numbers and days as the reader's language writes them.

const DAY = 86_400_000;

export function speaker(film) {
  const locale = film.language === "de" ? "de-DE" : "en-GB";
  const plain = new Intl.NumberFormat(locale);
  const dates = new Intl.DateTimeFormat(
    locale,
    film.language === "de"
      ? { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "UTC" }
      : { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" },
  );

  const number = (value) => plain.format(value);
  const day = (days) => (days === null ? "–" : dates.format(days * DAY));

  /** The text called `name`, its places filled; of two forms (one || many) the one that `n` asks for. */
  function text(name, values = {}) {
    const forms = film.words[name].split(" || ");
    const form = forms.length > 1 && values.n !== 1 ? forms[1] : forms[0];
    return form.replace(/\{(\w+)\}/g, (_, place) => {
      const value = values[place];
      return typeof value === "number" ? number(value) : value;
    });
  }

  return { text, number, day, locale };
}
