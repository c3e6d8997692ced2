import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, type Language } from '../../shared/language.ts';
import { MINUTE } from '../../shared/time.ts';
import { openFormats, type Formats } from './formats.ts';

/** The language the screen speaks now. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return languages.find((language) => language === i18n.language) ?? 'en';
}

const FormatsContext = createContext<Formats | null>(null);

/** Makes the formats once per language: a formatter costs more than what it formats. */
export function FormatsProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const formats = useMemo(
    () =>
      openFormats(language, { now: t('time.now'), today: t('time.today'), yesterday: t('time.yesterday') }),
    [language, t],
  );
  return <FormatsContext value={formats}>{children}</FormatsContext>;
}

export function useFormats(): Formats {
  const formats = useContext(FormatsContext);
  if (formats === null) throw new Error('useFormats must be used inside FormatsProvider');
  return formats;
}

/** The time, renewed every minute: enough for "now" to become 10:02. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return now;
}
