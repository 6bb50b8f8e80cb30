// One organisation's own page: its place in the network, and whom to meet.

import { element } from "#film/elements.js";
import { circleOf, markIcon } from "./circle.js";

export function profileOf(profile, { speak, kinds }) {
  return element(
    "article",
    { class: "profile" },
    element("header", {}, element("h1", { tabindex: "-1" }, profile.name), element("p", { class: "profile-kind" }, markIcon(profile.kind, kinds), kinds[profile.kind]?.label ?? "")),
    meetingPart(profile, { speak, kinds }),
    profile.place ? networkPart(profile, { speak, kinds }) : null,
  );
}

function meetingPart({ to_meet: suggestions }, { speak, kinds }) {
  const entries = suggestions.map(({ name, kind, is_coming: isComing, reasons }) =>
    element(
      "li",
      {},
      element("h3", {}, markIcon(kind, kinds), element("span", {}, name)),
      element("p", { class: "meet-kind" }, kinds[kind]?.label ?? "", isComing ? element("strong", { class: "meet-coming" }, speak.text("coming")) : null),
      ...reasons.map((reason) => element("p", {}, reason)),
    ),
  );
  const none = element("p", {}, speak.text("to_meet_none"));
  return element(
    "section",
    { class: "meet" },
    element("h2", {}, speak.text("to_meet")),
    entries.length ? element("ol", {}, ...entries) : none,
    entries.length ? element("p", { class: "meet-read" }, speak.text("to_meet_read")) : null,
  );
}

function networkPart(profile, { speak, kinds }) {
  const { partners, unnamed, place } = profile;
  const names = partners.map(({ name, kind }) => element("li", {}, markIcon(kind, kinds), element("span", {}, name)));
  if (unnamed && partners.length) names.push(element("li", { class: "partners-unnamed" }, speak.text("unnamed", { n: unnamed })));
  return element(
    "section",
    { class: "place" },
    element("h2", {}, speak.text("in_network")),
    element("p", {}, place),
    partners.length + unnamed ? circleOf(profile, kinds, place) : null,
    names.length ? element("ul", { class: "partners" }, ...names) : null,
  );
}
