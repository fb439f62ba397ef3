"use strict";
// Keeps the athlete's own last day page and the files that it needs, for when there is no connection, and nothing else; shows messages.
const KEPT = "freshlegs-day-@VERSION@";
const DAY = /^\/athletes\/[a-z0-9_-]+\/day$/;
const FILE = /(?:href|src)="(\/assets\/[^"]+)"/g;

const store = () => caches.open(KEPT);
const path = request => new URL(request.url).pathname;
const forget = async () => {
  const kept = await store();
  for (const request of await kept.keys()) if (DAY.test(path(request))) await kept.delete(request);
};

/** Only one page is kept; what is kept says so, and is not asked for again by itself. */
const keep = async (page, response) => {
  const text = await response.text();
  if (!text.includes('data-own="yes"') || text.includes('data-pending="yes"')) return;
  const kept = await store(), headers = new Headers(response.headers);
  headers.delete("Refresh");
  await forget();
  await kept.put(page, new Response(text.replace('data-kept="no"', 'data-kept="yes"'), { headers }));
  const files = [...new Set([...text.matchAll(FILE)].map(found => found[1].replaceAll("&amp;", "&")))];
  for (const file of files) if (!await kept.match(file)) await kept.add(file);
};

const day = async (event, url) => {
  let response;
  try {
    response = await fetch(event.request);
  } catch (offline) {
    return await (await store()).match(url.pathname) ?? Response.error();
  }
  if (response.ok && !url.searchParams.has("date")) event.waitUntil(keep(url.pathname, response.clone()));
  else if (response.type === "opaqueredirect" || response.status === 404) event.waitUntil(forget());
  return response;
};

const root = async request => {
  try {
    return await fetch(request);
  } catch (offline) {
    const page = (await (await store()).keys()).map(path).find(each => DAY.test(each));
    return page ? Response.redirect(page) : Response.error();
  }
};

const file = async request => await (await store()).match(request) ?? fetch(request);

addEventListener("install", () => skipWaiting());
addEventListener("activate", event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith("freshlegs-") && name !== KEPT) await caches.delete(name);
  await clients.claim();
})()));
addEventListener("fetch", event => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  if (event.request.mode !== "navigate") {
    if (url.pathname.startsWith("/assets/")) event.respondWith(file(event.request));
  } else if (DAY.test(url.pathname)) event.respondWith(day(event, url));
  else if (url.pathname === "/") event.respondWith(root(event.request));
});
addEventListener("message", event => {
  const page = event.data?.keep;
  if (typeof page !== "string" || !DAY.test(page)) return;
  event.waitUntil((async () => {
    if (await (await store()).match(page)) return;
    const response = await fetch(page, { redirect: "manual" });
    if (response.ok) await keep(page, response);
  })());
});
addEventListener("push", event => {
  const { key, title, body, link, actions = [] } = event.data.json();
  event.waitUntil(registration.showNotification(title, {
    body, tag: key, data: [link, ...actions.map(each => each.address)],
    actions: actions.map((each, place) => ({ action: String(place + 1), title: each.label }))
  }));
});
addEventListener("notificationclick", event => {
  const to = event.notification.data?.[Number(event.action || 0)];
  event.notification.close();
  if (to && /^https?:/.test(to)) event.waitUntil(clients.openWindow(to));
});
