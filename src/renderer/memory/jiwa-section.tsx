import { useTranslation } from 'react-i18next';
import { jiwaFields, type Memory } from '../../shared/memory.ts';
import { JiwaRow } from './jiwa-row.tsx';
import classes from './memory.module.css';

/** The deep part of a client's memory: nine fields, each with its evidence. */
export function JiwaSection({ memory }: { memory: Memory }) {
  const { t } = useTranslation();
  return (
    <section className={classes.section} aria-labelledby="jiwa-title">
      <div className={classes.head}>
        <h3 id="jiwa-title">{t('jiwa.title')}</h3>
      </div>
      <dl className={classes.fields}>
        {jiwaFields.map((field) => (
          <JiwaRow
            key={field}
            clientId={memory.clientId}
            field={field}
            entry={memory.jiwa.find((entry) => entry.field === field)}
          />
        ))}
      </dl>
    </section>
  );
}
