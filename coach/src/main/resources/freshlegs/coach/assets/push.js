// Asks the browser for a place where it takes messages, and hands that over as any other channel's address.
(() => {
  const section = document.querySelector("[data-push]");
  const able = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
  if (!section || !able) {
    return;
  }
  section.hidden = false;
  const form = section.querySelector("form");
  const refused = section.querySelector("[role=status]");

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));

  const address = (subscription) => {
    const { endpoint, keys } = subscription.toJSON();
    return `push+${endpoint}#p256dh=${keys.p256dh}&auth=${keys.auth}`;
  };

  const subscribe = async () => {
    if ((await Notification.requestPermission()) !== "granted") {
      throw new Error("not allowed");
    }
    await navigator.serviceWorker.register("/sw.js");
    const { pushManager } = await navigator.serviceWorker.ready;
    const old = await pushManager.getSubscription();
    await old?.unsubscribe();
    return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(section.dataset.push) });
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    refused.hidden = true;
    try {
      form.elements.address.value = address(await subscribe());
      form.submit();
    } catch {
      refused.hidden = false;
    }
  });
})();
