import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../shared/ipc.ts';

// The names come from the contract by way of the main process, so that they stand in one place only.
const requestNames = listed('--jiwa-requests=');
const eventNames = listed('--jiwa-events=');

const bridge: Bridge = {
  request: (name, input) => {
    if (!requestNames.has(name)) return Promise.reject(new Error(`No such request: ${name}`));
    return ipcRenderer.invoke(name, input);
  },
  on: (name, listener) => {
    if (!eventNames.has(name)) throw new Error(`No such event: ${name}`);
    const forward = (_event: unknown, value: Parameters<typeof listener>[0]) => listener(value);
    ipcRenderer.on(name, forward);
    return () => ipcRenderer.removeListener(name, forward);
  },
};

contextBridge.exposeInMainWorld('jiwa', bridge);

function listed(flag: string): ReadonlySet<string> {
  const found = process.argv.find((argument) => argument.startsWith(flag));
  return new Set(found ? found.slice(flag.length).split(',') : []);
}
