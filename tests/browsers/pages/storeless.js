// A browser that keeps nothing: whatever would store or read something stored throws, as it does where a reader forbids it to frames of
// other hosts, and is counted.
'use strict';
(() => {
  const touched = [];
  Object.defineProperty(window, '__touched', { value: touched });
  const refuse = (target, name) => {
    if (!target || !(name in target)) return;
    const no = () => {
      touched.push(name);
      throw new DOMException(`${name} is denied for this document.`, 'SecurityError');
    };
    Object.defineProperty(target, name, { configurable: false, get: no, set: no });
  };
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore']) refuse(window, name);
  refuse(Document.prototype, 'cookie');
  refuse(Document.prototype, 'requestStorageAccess');
  for (const name of ['serviceWorker', 'storage', 'sendBeacon']) refuse(Navigator.prototype, name);
  refuse(window, 'name');
})();
