// In a file of its own: the film stands in the page.

import { showFilm } from "./stage.js";

showFilm(document.getElementById("film"), JSON.parse(document.getElementById("film-data").textContent));
