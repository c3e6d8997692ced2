import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowRight, IconKey, IconSeedling } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { languages } from '../../shared/language.ts';
import { changeSettings } from '../desk/app-actions.ts';
import { useAppState, useDesk } from '../desk/context.tsx';
import { chooseDesk } from '../desk/session-actions.ts';
import { ownNames } from '../settings/appearance-settings.tsx';
import { KeyForm } from '../settings/key-form.tsx';
import { testClaude } from '../settings/settings-actions.ts';
import { TestResult } from '../settings/test-claude.tsx';
import { useLanguage } from '../ui/use-formats.tsx';
import { ModelOffer } from './model-offer.tsx';
import classes from './welcome.module.css';

function OwnDesk() {
  const { t } = useTranslation();
  const desk = useDesk();
  const key = useAppState((state) => state.key);
  return (
    <section className={classes.card}>
      <IconKey size={22} stroke={1.75} aria-hidden />
      <h2>{t('welcome.own')}</h2>
      <p>{t('welcome.ownText')}</p>
      <KeyForm
        of="claude"
        name={t('welcome.key')}
        placeholder="sk-ant-…"
        label={t('welcome.keep')}
        onKept={() => void testClaude(desk)}
      />
      <TestResult />
      {!key.hasKeyring && <p className={classes.small}>{t('settings.keyNoRing')}</p>}
      <Button
        variant={key.isSet ? 'filled' : 'default'}
        rightSection={<IconArrowRight size={16} stroke={1.75} aria-hidden />}
        onClick={() => void chooseDesk(desk, 'own')}
      >
        {t('welcome.begin')}
      </Button>
      {!key.isSet && <p className={classes.small}>{t('welcome.later')}</p>}
    </section>
  );
}

function Demo() {
  const { t } = useTranslation();
  const desk = useDesk();
  return (
    <section className={classes.card} data-tone="saffron">
      <IconSeedling size={22} stroke={1.75} aria-hidden />
      <h2>{t('welcome.demo')}</h2>
      <p>{t('welcome.demoText')}</p>
      <Button
        rightSection={<IconArrowRight size={16} stroke={1.75} aria-hidden />}
        onClick={() => void chooseDesk(desk, 'demo')}
      >
        {t('welcome.tryDemo')}
      </Button>
    </section>
  );
}

/** The first run: a language, then a desk of one's own or the demo. */
export function Welcome() {
  const { t } = useTranslation();
  const desk = useDesk();
  const language = useLanguage();
  return (
    <main className={classes.page}>
      <div className={classes.inner}>
        <span className={classes.mark} aria-hidden>
          j
        </span>
        <h1>{t('welcome.title')}</h1>
        <p className={classes.lead}>{t('welcome.text')}</p>
        <SegmentedControl
          aria-label={t('welcome.language')}
          value={language}
          onChange={(value) => void changeSettings(desk, { language: value })}
          data={languages.map((value) => ({ value, label: ownNames[value] }))}
        />
        <div className={classes.cards}>
          <OwnDesk />
          <Demo />
          <ModelOffer />
        </div>
      </div>
    </main>
  );
}
