"use strict";
// After signing out nothing that was kept for an athlete stays on this device.
(() => {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith("freshlegs.checkin.")) localStorage.removeItem(key);
  } catch (refused) { /* nothing could have been kept either */ }
  navigator.serviceWorker?.getRegistrations().then(all => all.forEach(each => each.unregister()));
  self.caches?.keys().then(all => all.filter(name => name.startsWith("freshlegs-")).forEach(name => caches.delete(name)));
})();
