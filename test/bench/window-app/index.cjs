'use strict';
// Opens the built product (JIWA_BENCH_APP = its folder) or, without it, an empty window, and prints one line when the
// window can be used: what `JIWA_BENCH_WAIT_FOR` selects is there, and two frames were painted since.
const { app, BrowserWindow } = require('electron');
const path = require('node:path');

const product = process.env.JIWA_BENCH_APP;
const selector = JSON.stringify(process.env.JIWA_BENCH_WAIT_FOR);

const untilUsable = `new Promise((resolve) => {
  const painted = () => requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  const look = () => document.querySelector(${selector}) !== null;
  if (look()) return painted();
  const watch = new MutationObserver(() => {
    if (!look()) return;
    watch.disconnect();
    painted();
  });
  watch.observe(document, { childList: true, subtree: true });
})`;

app.on('browser-window-created', (_event, window) => {
  window.webContents.once('dom-ready', () => {
    void window.webContents.executeJavaScript(untilUsable).then(() => process.stdout.write('usable\n'));
  });
});

if (product) {
  app.setAppPath(product);
  require(path.join(product, require(path.join(product, 'package.json')).main));
} else {
  app.setPath('userData', path.join(process.env.JIWA_DATA_DIR, 'window'));
  void app.whenReady().then(() => {
    const window = new BrowserWindow({
      width: 1440,
      height: 900,
      show: false,
      webPreferences: { sandbox: true },
    });
    window.once('ready-to-show', () => window.show());
    void window.loadURL('data:text/html,<!doctype html><title>Empty</title><button>Empty</button>');
  });
  app.on('window-all-closed', () => app.quit());
}
