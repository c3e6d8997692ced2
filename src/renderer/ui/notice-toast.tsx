import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { i18n } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Notice, Tell } from '../desk/notice.ts';
import classes from './notice-toast.module.css';

const UNDO_MS = 8_000;
const DONE_MS = 2_500;
/** Errors are read, not glanced at. */
const ERROR_MS = 12_000;

function ErrorTitle() {
  const { t } = useTranslation();
  return t('error.title');
}

interface ActionProps {
  text: string;
  button: string;
  close: () => void;
  act: () => void;
}

/** What happened, and one thing to do about it. */
function Action({ text, button, close, act }: ActionProps) {
  const press = () => {
    close();
    act();
  };
  return (
    <Group justify="space-between" wrap="nowrap">
      <span>{text}</span>
      <Button size="xs" onClick={press}>
        {button}
      </Button>
    </Group>
  );
}

function NoticeText({ notice, close }: { notice: Notice; close: () => void }) {
  const { t } = useTranslation();
  if (notice.kind === 'error') {
    // What was wrong and where stands in the message; an unexpected error has nothing to add.
    const isTelling = notice.code !== 'internal' && notice.code !== 'untrusted_sender';
    return (
      <>
        {t(`error.${notice.code}`)}
        {isTelling && <div className={classes.detail}>{notice.message}</div>}
      </>
    );
  }
  if (notice.kind === 'budget') return t(`budget.${notice.what}`);
  if (notice.kind === 'night')
    return <Action text={t('nights.ready')} button={t('nights.read')} close={close} act={notice.open} />;
  if (notice.kind === 'done') return t(`notice.${notice.what}`);
  const text =
    'count' in notice ? t(`notice.${notice.what}`, { count: notice.count }) : t(`notice.${notice.what}`);
  return <Action text={text} button={t('app.undo')} close={close} act={notice.undo} />;
}

const lifeOf = (notice: Notice) =>
  notice.kind === 'undo' ? UNDO_MS : notice.kind === 'done' ? DONE_MS : ERROR_MS;

const colours: Readonly<Record<Notice['kind'], string>> = {
  error: 'var(--clay)',
  budget: 'var(--saffron)',
  night: 'var(--saffron)',
  undo: 'var(--teal)',
  done: 'var(--teal)',
};

const REVIEW = 'review';

function idOf(notice: Notice): string {
  if (notice.kind === 'error') return `error-${notice.code}`;
  return notice.what.startsWith('review_') ? REVIEW : `${notice.what}-${Date.now()}`;
}

/** What shows a notice for a moment, in the language of the screen. The same error twice is shown once. */
export const openNotices =
  (words: i18n): Tell =>
  (notice) => {
    const id = idOf(notice);
    const close = () => notifications.hide(id);
    // Only the last decision of many in a row is worth a notice.
    if (id === REVIEW) close();
    notifications.show({
      id,
      ...(notice.kind === 'error' ? { title: <ErrorTitle />, role: 'alert' } : { role: 'status' }),
      message: <NoticeText notice={notice} close={close} />,
      withCloseButton: notice.kind === 'error',
      closeButtonProps: { 'aria-label': words.t('app.close') },
      color: colours[notice.kind],
      autoClose: lifeOf(notice),
    });
  };
