// Four organisations in two groups: A works with B from 1 January, with C from 1 April until 30 June; D is alone.

const JANUARY = 19_723; // 1 January 2024, as days since 1970
export const [QUARTER_1, QUARTER_2, QUARTER_3] = [JANUARY + 90, JANUARY + 181, JANUARY + 273];

export function smallFilm() {
  return {
    language: "de",
    words: { ties: "{n} Verbindung || {n} Verbindungen" },
    nodes: { id: ["a", "b", "c", "d"], name: ["A", "B", "B", ""], kind: [0, 1, 1, 2], x: [0, 1, 5, 6], y: [0, 0, 0, 1], group: [0, 0, 1, -1] },
    groups: [
      { name: "Nord", namesake: null, outline: [[-1, -1], [2, -1], [2, 1], [-1, 1]] },
      { name: "", namesake: 2, outline: [[4, -1], [6, -1], [6, 1], [4, 1]] },
    ],
    groups_first: false,
    presences: { node: [0, 1, 2], since: [JANUARY, JANUARY, QUARTER_1 + 1], until: [null, null, QUARTER_2] },
    cooperation_ties: { one: [0, 2], other: [1, 0], cooperation: [0, 1], since: [JANUARY, QUARTER_1 + 1], until: [null, QUARTER_2] },
    cooperations: { title: ["Eins", "Zwei"], kind: ["", ""], agreed: [JANUARY, QUARTER_1 + 1], joint: [null, null], lasting: [null, null] },
    events: { title: ["Empfang", "Forum"], day: [JANUARY, QUARTER_3], guests: [[0, 3], [0, 1, 2]] },
    steps: [
      { label: "1. Quartal 2024", short: "Q1", before: JANUARY - 1, end: QUARTER_1 },
      { label: "2. Quartal 2024", short: "Q2", before: QUARTER_1, end: QUARTER_2 },
      { label: "3. Quartal 2024", short: "Q3", before: QUARTER_2, end: QUARTER_3 },
    ],
    comparison: null,
  };
}
