// Keeps what the show is made of (the list ASSETS stands before this script), so that it starts without a connection.
// What changes is asked for first and kept as a copy; what never changes under its address is taken from the copy.

const CACHE = "reception";
const scope = new URL(self.registration.scope);

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(ASSETS.map((address) => new URL(address, scope).href))));
  self.skipWaiting();
});

self.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([self.clients.claim(), forgetFormer()]));
});

self.addEventListener("message", (event) => {
  event.waitUntil(Promise.all((event.data.keep ?? []).map((address) => newest(new Request(address)))));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || !isOfTheShow(url)) return;
  event.respondWith(isLasting(url) ? kept(request) : newest(request));
});

/** What somebody looks for by name is never kept. */
const isOfTheShow = (url) => isLasting(url) || (url.origin === scope.origin && url.pathname.startsWith(scope.pathname));

const isLasting = (url) => ASSETS.some((address) => new URL(address, scope).href === url.href);

/** The copy, or else the answer, of which a copy is made. */
async function kept(request) {
  const cache = await caches.open(CACHE);
  const copy = await cache.match(request);
  return copy ?? newest(request);
}

/** The answer, of which a copy is made; without one the copy; a page's copy also where another choice was kept. */
async function newest(request) {
  const cache = await caches.open(CACHE);
  try {
    const answer = await fetch(request);
    if (answer.ok) await keep(cache, request, answer.clone());
    return answer;
  } catch (error) {
    const copy = (await cache.match(request)) ?? (request.mode === "navigate" ? await pageOf(cache) : null);
    if (copy) return copy;
    throw error;
  }
}

/** Keep a copy, unless the one there is the same. */
async function keep(cache, request, answer) {
  const stand = answer.headers.get("etag");
  const before = stand && (await cache.match(request))?.headers.get("etag");
  if (!stand || stand !== before) await cache.put(request, answer);
}

async function pageOf(cache) {
  const pages = (await cache.keys()).filter(({ url }) => new URL(url).pathname === scope.pathname);
  return pages.length ? cache.match(pages.at(-1)) : null;
}

/** Scripts and styles of former versions go. */
async function forgetFormer() {
  const cache = await caches.open(CACHE);
  for (const request of await cache.keys()) {
    const url = new URL(request.url);
    if (/\.(js|css|ttf)$/.test(url.pathname) && !isLasting(url)) await cache.delete(request);
  }
}
