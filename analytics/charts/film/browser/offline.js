// In a file of its own: the film stands in the page.

import { dataIn } from "./elements.js";
import { showFilm } from "./stage.js";

showFilm(document.getElementById("film"), dataIn("film-data"));
