// The boot script. It loads everything that the page will ever need, shuts the network for good, and only then lets
// workers start.
//
//   1. The page's module is fetched, compiled and started, so that the page answers first.
//   2. Meanwhile the worker's two files and its table of document frequencies are fetched and checked, and the module
//      is compiled.
//   3. A second Content-Security-Policy, `connect-src 'none'`, is added to the document. It cannot be taken back.
//   4. Workers start from a blob: address. Such a worker inherits the policies of the page that are in force when it
//      is made, the lock included; a worker from an ordinary address would have none.
//
// File names come from the data attributes of the script element. They hold the hash of the content, and every fetch
// checks the whole file against its SHA-256, so a page never runs with a worker of another version.
//
// What the application may use stands in `globalThis.cijing`.
'use strict';

(() => {
  const script = document.currentScript.dataset;
  const address = (name) => new URL(name, document.baseURI).href;
  const serviceWorkerAddress = address('service-worker.js');
  let workerAddress = null;

  // No part of the app speaks to another machine, and these do not obey `connect-src` in every browser.
  for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'WebTransport', 'SharedWorker']) {
    delete globalThis[name];
  }

  const policy = (globalThis.trustedTypes ?? { createPolicy: (_, rules) => rules }).createPolicy('app', {
    createScriptURL(url) {
      if (url === serviceWorkerAddress || url === workerAddress) return url;
      throw new TypeError('the policy allows the worker and the service worker only');
    },
  });

  /** Shows one of the static messages of index.html. The first one stays: later faults follow from it. */
  function fail(reason) {
    if (document.querySelector('.failure[role=alert]:not([hidden])')) return;
    document.getElementById('app').inert = true;
    document.getElementById(`failure-${reason}`).hidden = false;
  }

  /** Fetches a file of this version; rejects when a byte of it is wrong. */
  async function load(name, integrity, priority) {
    const response = await fetch(address(name), { integrity, priority, credentials: 'same-origin' });
    if (!response.ok) throw new Error(`${name}: status ${response.status}`);
    return response;
  }

  /** Compiles while it arrives where the server names the type, and afterwards where it does not. */
  async function compile(response) {
    const type = response.headers.get('content-type') ?? '';
    return WebAssembly.compileStreaming && type.startsWith('application/wasm')
      ? WebAssembly.compileStreaming(response)
      : WebAssembly.compile(await response.arrayBuffer());
  }

  async function startApp() {
    const [glue, module] = await Promise.all([
      import(address(script.appGlue)),
      load(script.appWasm, script.appWasmIntegrity, 'high').then(compile),
    ]);
    await glue.default({ module_or_path: module });
    performance.mark('cijing-app-started');
  }

  // What the worker runs behind its glue. Its first message is the compiled module; `initSync` runs the worker's `main`,
  // which takes over `onmessage` before the next message is delivered, so none is lost. A fault is told in one word: the
  // reason may hold the user's text, and would be printed to the console if it were not prevented.
  const workerTail = `
;self.onmessage = (event) => {
  self.onmessage = null;
  wasm_bindgen.initSync({ module: event.data });
};
for (const [kind, word] of [['unhandledrejection', 'rejection'], ['error', 'error']]) {
  self.addEventListener(kind, (event) => {
    event.preventDefault();
    self.postMessage(word);
  });
}
for (const name of ['RTCPeerConnection', 'WebTransport']) delete self[name];
`;

  async function loadWorker() {
    const [glue, module, idf] = await Promise.all([
      load(script.workerGlue, script.workerGlueIntegrity, 'low').then((response) => response.text()),
      load(script.workerWasm, script.workerWasmIntegrity, 'low').then(compile),
      load(script.idf, script.idfIntegrity, 'low').then((response) => response.arrayBuffer()),
    ]);
    workerAddress = URL.createObjectURL(new Blob([glue, workerTail], { type: 'text/javascript' }));
    performance.mark('cijing-worker-compiled');
    return { module, idf };
  }

  /** Shuts the network of this document, and of every worker made from now on, until it is closed. */
  function lock() {
    const meta = document.createElement('meta');
    meta.httpEquiv = 'Content-Security-Policy';
    meta.content = "connect-src 'none'";
    document.head.append(meta);
    performance.mark('cijing-locked');
  }

  /** Registers the service worker once nothing else is left to load; null where there is none. */
  async function registerServiceWorker() {
    if (!navigator.serviceWorker) return null;
    const url = policy.createScriptURL(serviceWorkerAddress);
    return navigator.serviceWorker.register(url, { scope: './', updateViaCache: 'none' }).catch(() => null);
  }

  /** Calls back when a new version is complete and waits, now or later. */
  function watchForUpdate(registration, callback) {
    const look = () => {
      if (registration.waiting && registration.active) callback();
    };
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', look);
    });
    registration.installing?.addEventListener('statechange', look);
    look();
  }

  /** Lets the waiting version take over, then loads the page again, once. False where none waits. */
  async function applyUpdate() {
    const registration = await globalThis.cijing.serviceWorker;
    const waiting = registration?.waiting;
    if (!waiting) return false;
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage({ type: 'activate' });
    return true;
  }

  addEventListener('cijing-panic', () => fail('stopped'));

  if (!globalThis.WebAssembly || !globalThis.Worker || !('integrity' in Request.prototype)) {
    fail('unsupported');
    return;
  }

  const app = startApp();
  // The lock comes also when something could not be loaded: what runs then must be as tight as ever.
  const worker = Promise.allSettled([app, loadWorker()]).then(([app, worker]) => {
    lock();
    if (app.status === 'rejected' || worker.status === 'rejected') {
      fail('incomplete');
      throw new Error('the app did not load completely');
    }
    return worker.value;
  });
  worker.catch(() => {});

  globalThis.cijing = Object.freeze({
    /**
     * Resolves with a new worker, its module and the table of document frequencies already posted to it; rejects when
     * the worker could not be loaded.
     */
    async startWorker() {
      const { module, idf } = await worker;
      const started = new Worker(policy.createScriptURL(workerAddress));
      started.postMessage(module);
      started.postMessage(idf);
      return started;
    },

    /** The registration, or null without service workers. */
    serviceWorker: worker.then(registerServiceWorker, registerServiceWorker),

    /** Calls back when a new version is complete and waits for consent. */
    async onUpdate(callback) {
      const registration = await this.serviceWorker;
      if (registration) watchForUpdate(registration, callback);
    },

    applyUpdate,
  });
})();
