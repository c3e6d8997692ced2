import type { ReactNode } from 'react';
import { Button, Popover, Stack, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconBolt, IconCheck, IconFlag, IconLoader } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Verdict } from '../../shared/answer.ts';
import type { Reply } from '../../shared/message.ts';
import { useDesk, useTimeline } from '../desk/context.tsx';
import { Chip } from '../ui/chip.tsx';
import { useFormats } from '../ui/use-formats.tsx';
import { regenerateReply } from './reply-actions.ts';
import classes from './prepared-mark.module.css';

type Standing = 'prepared' | 'checking' | 'confirmed' | 'doubtful' | 'wrong';

const looks = {
  prepared: { tone: 'saffron', icon: null },
  checking: { tone: 'saffron', icon: IconLoader },
  confirmed: { tone: 'leaf', icon: IconCheck },
  doubtful: { tone: 'clay', icon: IconAlertTriangle },
  wrong: { tone: 'clay', icon: IconFlag },
} as const;

/** What is known of a prepared answer: the consultant's word before Claude's. */
function useStanding(reply: Reply): Standing {
  const isChecking = useTimeline((area) => area.checking.includes(reply.id));
  if (reply.isMarkedWrong) return 'wrong';
  return reply.verdict?.kind ?? (isChecking ? 'checking' : 'prepared');
}

function Mark({ reply, standing }: { reply: Reply; standing: Standing }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { tone, icon: Icon } = looks[standing];
  const ms = reply.totalMs ?? reply.firstTokenMs;
  const words = standing === 'prepared' ? t('reply.prepared') : t(`check.${standing}`);
  return (
    <Chip tone={tone} icon={<IconBolt size={13} stroke={1.75} aria-hidden />}>
      {standing !== 'prepared' && <VisuallyHidden>{t('reply.prepared')}: </VisuallyHidden>}
      {Icon !== null && (
        <Icon
          size={13}
          stroke={1.75}
          aria-hidden
          className={standing === 'checking' ? classes.turning : undefined}
        />
      )}
      {ms === null ? words : `${words} · ${formats.span(ms)}`}
    </Chip>
  );
}

/** The mark as a button that says what Claude found. */
function WithReason({ reply, verdict, children }: { reply: Reply; verdict: Verdict; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Popover width={300} position="bottom-start">
      <Popover.Target>
        <UnstyledButton className={classes.mark ?? ''} title={verdict.reason}>
          {children}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <div>
            <strong className={classes.heading}>{t('check.found')}</strong>
            <p className={classes.reason}>{verdict.reason}</p>
          </div>
          {canBeReplaced(reply) && <OwnAnswerButton reply={reply} />}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

const canBeReplaced = (reply: Reply) => reply.state === 'draft' && reply.repliesTo !== null;

function OwnAnswerButton({ reply }: { reply: Reply }) {
  const { t } = useTranslation();
  const desk = useDesk();
  return <Button onClick={() => void regenerateReply(desk, reply.id, null)}>{t('check.ownAnswer')}</Button>;
}

/** Bolt and milliseconds: this was written in advance; and what was found when it was looked at. */
export function PreparedMark({ reply }: { reply: Reply }) {
  const standing = useStanding(reply);
  if (reply.source !== 'prepared') return null;
  const mark = <Mark reply={reply} standing={standing} />;
  if (reply.verdict === null) return mark;
  return (
    <WithReason reply={reply} verdict={reply.verdict}>
      {mark}
    </WithReason>
  );
}

/** A doubt about a draft, where the hand is before it sends. */
export function DoubtNote({ reply }: { reply: Reply }) {
  const { t } = useTranslation();
  if (reply.verdict?.kind !== 'doubtful' || reply.state !== 'draft') return null;
  return (
    <section className={classes.doubt} aria-label={t('check.doubt')}>
      <IconAlertTriangle size={17} stroke={1.75} aria-hidden />
      <div className={classes.words}>
        <strong>{t('check.doubt')}</strong>
        <p className={classes.reason}>{reply.verdict.reason}</p>
      </div>
      {canBeReplaced(reply) && <OwnAnswerButton reply={reply} />}
    </section>
  );
}
