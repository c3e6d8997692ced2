import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/figtree/wght.css';
import '@fontsource-variable/figtree/wght-italic.css';
import '@fontsource-variable/fraunces/wght.css';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import './theme/tokens.css';
import './theme/base.css';
import type { Bridge } from '../shared/ipc.ts';
import { languages, type Language } from '../shared/language.ts';
import { App } from './app.tsx';
import { openDesk } from './desk/desk.ts';
import { openWords } from './i18n/i18n.ts';
import { openNotices } from './ui/notice-toast.tsx';

declare global {
  interface Window {
    readonly jiwa: Bridge;
  }
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root"');

const browserLanguage: Language = languages.find((known) => navigator.language.startsWith(known)) ?? 'en';

const words = openWords(browserLanguage);

createRoot(root).render(
  <StrictMode>
    <App desk={openDesk(window.jiwa, openNotices(words))} words={words} />
  </StrictMode>,
);
