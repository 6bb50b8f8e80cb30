// Light is for what stands out: where most of a picture is new, its colour would say nothing and cover everything.

/** So many new ties may be lit in any case; in a comparison, which is about them, more. */
const LIT = 60;
const LIT_COMPARED = 600;
/** Or this share of all ties; beyond it the light goes out by and by, so that nothing flickers. */
const LIT_SHARE = 1 / 3;
const DIMS_BY = 1.3;

/** How brightly new ties are lit: 1 while they are few among all, 0 where most are new. */
export function glowOf({ tie }, { compared }) {
  let running = 0;
  let fresh = 0;
  tie.active.forEach((strength, place) => {
    running += strength;
    fresh += strength * tie.fresh[place];
  });
  const most = Math.max(compared ? LIT_COMPARED : LIT, running * LIT_SHARE);
  return Math.min(1, Math.max(0, (DIMS_BY * most - fresh) / ((DIMS_BY - 1) * most)));
}
