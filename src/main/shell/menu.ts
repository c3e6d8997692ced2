import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Events } from '../../shared/events.ts';
import type { Language } from '../../shared/language.ts';

type Screen = Exclude<Events['screen:asked']['show'], 'nights'>;

const words: Record<Language, Record<'file' | 'edit' | 'view' | Screen, string>> = {
  en: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    search: 'Search everything',
    jobs: 'Offline work',
    settings: 'Settings',
    'new-client': 'New client',
  },
  it: {
    file: 'File',
    edit: 'Modifica',
    view: 'Vista',
    search: 'Cerca ovunque',
    jobs: 'Lavoro offline',
    settings: 'Impostazioni',
    'new-client': 'Nuovo cliente',
  },
  id: {
    file: 'Berkas',
    edit: 'Sunting',
    view: 'Tampilan',
    search: 'Cari di mana saja',
    jobs: 'Kerja luring',
    settings: 'Pengaturan',
    'new-client': 'Klien baru',
  },
};

/** The application menu; its own entries ask the screen to show something. */
export function setMenu(language: Language, ask: (screen: Screen) => void): void {
  const word = words[language];
  const entry = (screen: Screen, accelerator: string): MenuItemConstructorOptions => ({
    label: word[screen],
    accelerator,
    click: () => ask(screen),
  });
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: word.file,
      submenu: [
        entry('new-client', 'CmdOrCtrl+N'),
        entry('search', 'CmdOrCtrl+K'),
        entry('jobs', 'CmdOrCtrl+J'),
        entry('settings', 'CmdOrCtrl+,'),
        { type: 'separator' },
        { role: process.platform === 'darwin' ? 'close' : 'quit' },
      ],
    },
    { label: word.edit, role: 'editMenu' },
    {
      label: word.view,
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
