import { useTranslation } from 'react-i18next';
import type { Settings } from '../../shared/settings.ts';
import { useAppState, useDesk } from '../desk/context.tsx';
import { Card } from './card.tsx';
import { ChoiceCards } from './choice-cards.tsx';
import { KeptInput } from './kept-input.tsx';
import { ServerKey } from './server-key.tsx';
import { changeEndpoint } from './settings-actions.ts';
import { TestEndpoint } from './test-endpoint.tsx';
import classes from './settings.module.css';

type Keep = (patch: Partial<Settings['llama']>) => Promise<boolean>;

/** What the environment decides is said, since changing it here would do nothing. */
function EnvironmentWords() {
  const { t } = useTranslation();
  const names = useAppState((state) => state.llamaVariables);
  if (names.length === 0) return null;
  return <p className={classes.aside}>{t('endpoint.environment', { names: names.join(', ') })}</p>;
}

function Place({ keep }: { keep: Keep }) {
  const { t } = useTranslation();
  const { kind, endpoint, url } = useAppState((state) => state.settings.llama);
  return kind === 'runpod' ? (
    <KeptInput
      label={t('endpoint.id')}
      hint={t('endpoint.idHint')}
      placeholder="abc123def456gh"
      value={endpoint}
      onKeep={(value) => keep({ endpoint: value })}
    />
  ) : (
    <KeptInput
      label={t('endpoint.url')}
      placeholder="http://localhost:8000/v1"
      value={url}
      onKeep={(value) => keep({ url: value })}
    />
  );
}

function EndpointKey() {
  const { t } = useTranslation();
  const isRunpod = useAppState((state) => state.settings.llama.kind === 'runpod');
  return (
    <ServerKey
      of="llama"
      title={t('endpoint.key')}
      hint={t(isRunpod ? 'endpoint.keyRunpodHint' : 'endpoint.keyServerHint')}
      fromEnvironment={t('endpoint.keyEnvironment')}
    />
  );
}

/** The demo brings its own. */
function DemoEndpoint() {
  const { t } = useTranslation();
  return (
    <Card title={t('endpoint.title')} hint={t('endpoint.hint')}>
      <div className={classes.stack}>
        <p className={classes.aside}>{t('endpoint.demo')}</p>
        <TestEndpoint />
      </div>
    </Card>
  );
}

/** Where LLaMA runs, and whether it answers. */
export function EndpointCard() {
  const isDemo = useAppState((state) => state.desk === 'demo');
  return isDemo ? <DemoEndpoint /> : <OwnEndpoint />;
}

function OwnEndpoint() {
  const { t } = useTranslation();
  const desk = useDesk();
  const { kind, model } = useAppState((state) => state.settings.llama);
  const keep: Keep = (patch) => changeEndpoint(desk, patch);
  return (
    <Card title={t('endpoint.title')} hint={t('endpoint.hint')}>
      <div className={classes.stack}>
        <EnvironmentWords />
        <ChoiceCards
          label={t('endpoint.title')}
          value={kind}
          onChange={(value) => void keep({ kind: value })}
          choices={[
            { value: 'runpod', label: t('endpoint.runpod'), hint: t('endpoint.runpodHint') },
            { value: 'openai', label: t('endpoint.openai'), hint: t('endpoint.openaiHint') },
          ]}
        />
        <Place keep={keep} />
        <KeptInput
          label={t('endpoint.model')}
          hint={t(kind === 'runpod' ? 'endpoint.modelRunpodHint' : 'endpoint.modelServerHint')}
          placeholder="meta-llama/Llama-3.3-70B-Instruct"
          value={model}
          onKeep={(value) => keep({ model: value })}
        />
        <EndpointKey />
        <TestEndpoint />
      </div>
    </Card>
  );
}
