import { useRef, useState } from 'react';
import { UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Memory } from '../../shared/memory.ts';
import { FactForm } from './fact-form.tsx';
import { FactRow } from './fact-row.tsx';
import classes from './memory.module.css';

/** The plain facts remembered of a client. */
export function FactsSection({ memory }: { memory: Memory }) {
  const { t } = useTranslation();
  const [isAdding, setAdding] = useState(false);
  const add = useRef<HTMLButtonElement>(null);
  const close = () => {
    setAdding(false);
    add.current?.focus();
  };
  return (
    <section className={classes.section} aria-labelledby="facts-title">
      <div className={classes.head}>
        <h3 id="facts-title">{t('facts.title')}</h3>
        <UnstyledButton ref={add} className={classes.headLink} onClick={() => setAdding(true)}>
          <IconPlus size={13} stroke={1.75} aria-hidden />
          {t('facts.add')}
        </UnstyledButton>
      </div>
      {isAdding && <FactForm clientId={memory.clientId} onClose={close} />}
      {memory.facts.length === 0 && !isAdding && <p className={classes.hint}>{t('facts.empty')}</p>}
      <dl className={classes.fields}>
        {memory.facts.map((fact) => (
          <FactRow key={fact.topic} fact={fact} />
        ))}
      </dl>
    </section>
  );
}
