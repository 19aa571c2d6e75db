// The service worker: keeps one version of the app whole, and serves nothing else.
//
// This file is a template. The build (scripts/stamp.sh) writes the list of files with their hashes and the hash over
// that list into the two lines below.
//
// Installing is all or nothing: every file is fetched anew and checked, and if one is missing or wrong the version that
// is in use stays. A complete version waits until the user agrees. Pages of the old version that are open elsewhere go
// on: they have loaded all they need.
'use strict';

const BUILD_ID = '@BUILD_ID@';
const FILES = new Map(/* @FILES@ */);

const scope = new URL(registration.scope);
const cachePrefix = `cijing ${scope.pathname} `;
const cacheName = cachePrefix + BUILD_ID;
const index = new URL('index.html', scope).href;
const addresses = new Set([...FILES.keys()].map((name) => new URL(name, scope).href));

function hexadecimal(buffer) {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Fetches one file past the browser's cache; rejects unless it is byte for byte the file of this build. */
async function fetchVerified(name, sha256) {
  const response = await fetch(new URL(name, scope), { cache: 'reload' });
  if (!response.ok) throw new Error(`${name}: status ${response.status}`);
  const body = await response.arrayBuffer();
  if (hexadecimal(await crypto.subtle.digest('SHA-256', body)) !== sha256) {
    throw new Error(`${name}: not the file of build ${BUILD_ID}`);
  }
  return new Response(body, { headers: { 'content-type': response.headers.get('content-type') ?? '' } });
}

/** Stores every file of this version, or none. */
async function install() {
  const files = await Promise.all(
    [...FILES].map(async ([name, sha256]) => [new URL(name, scope).href, await fetchVerified(name, sha256)]),
  );
  try {
    const cache = await caches.open(cacheName);
    await Promise.all(files.map(([url, response]) => cache.put(url, response)));
  } catch (error) {
    await caches.delete(cacheName);
    throw error;
  }
}

async function activate() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(cachePrefix) && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
  // The first visit is guarded, too.
  await clients.claim();
}

/** The address in the cache that answers a request; null for what is no file of the app. */
function cachedAddress(request) {
  if (request.method !== 'GET') return null;
  const url = new URL(request.url);
  // A link may carry settings behind the address.
  const page = url.origin + url.pathname;
  if (request.mode === 'navigate' && (page === scope.origin + scope.pathname || page === index)) return index;
  return addresses.has(url.href) ? url.href : null;
}

async function answer(request) {
  const address = cachedAddress(request);
  const cache = address && (await caches.open(cacheName));
  return (cache && (await cache.match(address))) || Response.error();
}

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(activate()));
addEventListener('fetch', (event) => event.respondWith(answer(event.request)));
addEventListener('message', (event) => {
  if (event.data?.type === 'activate') skipWaiting();
});
