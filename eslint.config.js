import js from "@eslint/js";
import globals from "globals";

const rules = {
  "no-var": "error",
  "prefer-const": "error",
  eqeqeq: "error",
  curly: ["error", "multi-line"],
  "no-eval": "error",
  "no-implied-eval": "error",
  "no-new-func": "error",
  "no-shadow": "error",
  "no-unused-vars": ["error", { args: "after-used", ignoreRestSiblings: true }],
  "no-restricted-properties": [
    "error",
    ...["innerHTML", "outerHTML", "insertAdjacentHTML"].map((property) => ({
      property,
      message: "Text of the data never becomes markup.",
    })),
  ],
};

export default [
  js.configs.recommended,
  { files: ["**/*.js"], rules, languageOptions: { ecmaVersion: 2024, sourceType: "module", globals: globals.browser } },
  {
    files: ["pages/hall/browser/show/worker.js"],
    languageOptions: { sourceType: "script", globals: { ...globals.serviceworker, ASSETS: "readonly" } },
  },
  { files: ["tests/scripts/**/*.js"], languageOptions: { globals: globals.node } },
  { ignores: [".venv*/", "data/", "docs/"] },
];
