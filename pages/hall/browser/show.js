// The show begins with its title.
const data = JSON.parse(document.getElementById("data").textContent);
const title = document.createElement("h1");
title.textContent = data.title;
document.body.append(title);
