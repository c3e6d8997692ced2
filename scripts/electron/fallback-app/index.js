'use strict';
// Stands in for Electron's own default_app, which the fallback runtime lacks: opens the app folder named by the first
// argument that is no flag, as `electron DIR` does.
const { app } = require('electron');
const path = require('node:path');

// Node 18 keeps these in modules only; bundled dependencies expect the globals.
globalThis.File ??= require('node:buffer').File;
globalThis.crypto ??= require('node:crypto').webcrypto;

// Node 18.15 has no tracing channels, which pino opens when it is loaded. Nobody subscribes here: calls go straight through.
const diagnostics = require('node:diagnostics_channel');
diagnostics.tracingChannel ??= () => ({
  hasSubscribers: false,
  traceSync: (call, _context, self, ...args) => call.apply(self, args),
  tracePromise: async (call, _context, self, ...args) => call.apply(self, args),
});

const folder = path.resolve(process.argv.slice(1).find((arg) => !arg.startsWith('-')) ?? '.');
const manifest = require(path.join(folder, 'package.json'));
const name = manifest.productName ?? manifest.name;
app.setName(name);
app.setVersion(manifest.version);
app.setPath('userData', path.join(app.getPath('appData'), name));
app.setAppPath(folder);
require(path.join(folder, manifest.main));
