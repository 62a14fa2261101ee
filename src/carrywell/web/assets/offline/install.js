// The worker keeps what the check needs without a network, in her language.

async function keepForLater() {
  const { serviceWorker } = navigator;
  await serviceWorker.register("/sw.js");
  (await serviceWorker.ready).active.postMessage({ reads: document.documentElement.lang });
}

if (navigator.serviceWorker) addEventListener("load", () => keepForLater().catch(() => {}));
