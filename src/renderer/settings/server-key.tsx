import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { keyStateOf, type KeyName, type KeyState } from '../../shared/app.ts';
import { useAppState, useDesk } from '../desk/context.tsx';
import { KeyForm } from './key-form.tsx';
import { clearKey } from './settings-actions.ts';
import classes from './settings.module.css';

interface Props {
  of: Exclude<KeyName, 'claude'>;
  title: string;
  hint: string;
  /** Said where the key comes from the environment. */
  fromEnvironment: string;
}

function usePlace({ isSet, keptIn, hasKeyring }: KeyState, fromEnvironment: string): string {
  const { t } = useTranslation();
  if (!isSet || keptIn === null) return t(hasKeyring ? 'embedder.keyNone' : 'settings.keyNoRing');
  if (keptIn === 'environment') return fromEnvironment;
  return t(keptIn === 'keyring' ? 'settings.keyKeyring' : 'settings.keyRun');
}

/** The key of a server: whether there is one and where it is kept, never what it is. */
export function ServerKey({ of, title, hint, fromEnvironment }: Props) {
  const { t } = useTranslation();
  const desk = useDesk();
  const key = useAppState((state) => state[keyStateOf[of]]);
  const place = usePlace(key, fromEnvironment);
  // There the environment stands first: a key entered here would serve nobody.
  const isFixed = of === 'llama' && key.keptIn === 'environment';
  return (
    <div>
      <h4 className={classes.label}>{title}</h4>
      <p className={classes.aside}>{hint}</p>
      {!isFixed && (
        <KeyForm of={of} name={title} label={t(key.isSet ? 'settings.keyReplace' : 'settings.keySet')} />
      )}
      <div className={classes.row}>
        <p className={classes.place}>{place}</p>
        {key.isSet && key.keptIn !== 'environment' && (
          <Button color="clay" onClick={() => void clearKey(desk, of)}>
            {t('settings.keyClear')}
          </Button>
        )}
      </div>
    </div>
  );
}
