import type { ReactNode } from 'react';
import { Button } from '@mantine/core';
import { IconCheck, IconPencil, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ReviewItem } from '../../shared/review.ts';
import { useDesk } from '../desk/context.tsx';
import { Chip, ConfidenceDots, LanguageBadge } from '../ui/chip.tsx';
import { NoDetails } from '../ui/details-pane.tsx';
import { useFormats, useNow } from '../ui/use-formats.tsx';
import { EditForm } from './edit-form.tsx';
import { RejectForm } from './reject-form.tsx';
import { approve, begin } from './review-actions.ts';
import { reasonTone } from './review-row.tsx';
import { currentOf } from './review-store.ts';
import { Origin } from './review-origin.tsx';
import { useReviewWords } from './use-review-words.ts';
import classes from './review.module.css';

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Body({ item }: { item: ReviewItem }) {
  const { t } = useTranslation();
  const words = useReviewWords();
  const formats = useFormats();
  if (item.kind !== 'jiwa' && item.kind !== 'fact') return <p className={classes.body}>{words.line(item)}</p>;
  return (
    <>
      <p className={classes.body}>{item.text}</p>
      <p className={classes.aside}>
        {item.before === null ? t('review.nothingBefore') : t('review.before', { text: item.before })}
      </p>
      <ConfidenceDots
        confidence={item.confidence}
        label={t('jiwa.confidence', { percent: formats.percent(item.confidence) })}
      />
    </>
  );
}

function Evidence({ evidence }: Pick<ReviewItem, 'evidence'>) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  if (evidence.length === 0) return null;
  return (
    <Part title={t('review.evidence')}>
      {evidence.map(({ quote, at }) => (
        <blockquote key={quote} className={classes.quote}>
          <p>{t('review.quote', { quote })}</p>
          {at !== null && <footer>{formats.when(at, now)}</footer>}
        </blockquote>
      ))}
    </Part>
  );
}

/** How clients ask a new question, and what answers it. */
function AskedAs({ item: { variations, facts } }: { item: Extract<ReviewItem, { kind: 'question' }> }) {
  const { t } = useTranslation();
  return (
    <>
      <Part title={t('review.triggers')}>
        <span className={classes.chips}>
          {variations.map(({ language, text }) => (
            <Chip key={`${language} ${text}`}>{text}</Chip>
          ))}
        </span>
      </Part>
      <Part title={t('review.facts')}>
        {facts.length === 0 ? (
          <p className={classes.aside}>{t('review.noFacts')}</p>
        ) : (
          <span className={classes.chips}>
            {facts.map((slug) => (
              <Chip key={slug}>{slug}</Chip>
            ))}
          </span>
        )}
      </Part>
    </>
  );
}

function Nearest({ itemId }: { itemId: string }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const formats = useFormats();
  const nearest = useStore(desk.review, (area) => area.nearest[itemId]);
  if (nearest === undefined) return null;
  return (
    <Part title={t('review.nearest')}>
      {nearest === null ? (
        <p className={classes.aside}>{t('review.noneNear')}</p>
      ) : (
        <>
          <p className={classes.near}>{nearest.text}</p>
          <Chip>{t('review.nearness', { percent: formats.percent(nearest.nearness) })}</Chip>
        </>
      )}
    </Part>
  );
}

function Actions({ canEdit }: { canEdit: boolean }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const size = { size: 15, stroke: 1.75, 'aria-hidden': true } as const;
  return (
    <fieldset className={classes.actions} aria-label={t('review.actions')}>
      <Button variant="filled" leftSection={<IconCheck {...size} />} onClick={() => void approve(desk)}>
        {t('review.approve')}
      </Button>
      {canEdit && (
        <Button leftSection={<IconPencil {...size} />} onClick={() => begin(desk, 'editing')}>
          {t('review.edit')}
        </Button>
      )}
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconX {...size} />}
        onClick={() => begin(desk, 'rejecting')}
      >
        {t('review.reject')}
      </Button>
    </fieldset>
  );
}

function Head({ item }: { item: ReviewItem }) {
  const { t } = useTranslation();
  const words = useReviewWords();
  return (
    <header>
      <span className={classes.chips}>
        <Chip tone={reasonTone(item.reason)}>{words.reason(item.reason)}</Chip>
        <Chip>{t(`reviewKind.${item.kind}`)}</Chip>
        {'language' in item && (
          <LanguageBadge language={item.language} label={t(`signalLanguage.${item.language}`)} />
        )}
        {item.kind === 'answer' && <Chip>{t(`client.${item.formality}`)}</Chip>}
      </span>
      <h2>{words.title(item)}</h2>
      <Body item={item} />
    </header>
  );
}

function Reading({ item }: { item: ReviewItem }) {
  const { t } = useTranslation();
  const words = useReviewWords();
  const why = [words.why(item.reason), item.reasonDetail].filter(Boolean).join(' ');
  return (
    <>
      <div className={classes.parts}>
        <Head item={item} />
        {why !== '' && (
          <Part title={t('review.why')}>
            <p>{why}</p>
          </Part>
        )}
        <Evidence evidence={item.evidence} />
        {item.kind === 'insight' && item.triggers.length > 0 && (
          <Part title={t('review.triggers')}>
            <span className={classes.chips}>
              {item.triggers.map((phrase) => (
                <Chip key={phrase}>{phrase}</Chip>
              ))}
            </span>
          </Part>
        )}
        {item.kind === 'question' && <AskedAs item={item} />}
        {item.kind === 'insight' && <Nearest itemId={item.id} />}
        <Origin item={item} />
      </div>
      <Actions canEdit={item.kind !== 'question'} />
    </>
  );
}

/** Several at once: how many, and what can be done with them. */
function Several({ count }: { count: number }) {
  const { t } = useTranslation();
  return (
    <>
      <div className={classes.parts}>
        <header>
          <h2>{t('review.chosen', { count })}</h2>
          <p className={classes.body}>{t('review.chosenText')}</p>
        </header>
      </div>
      <Actions canEdit={false} />
    </>
  );
}

/** The current item with all that is known of it, or what is being done with it. */
export function ReviewDetails() {
  const { t } = useTranslation();
  const desk = useDesk();
  const item = useStore(desk.review, currentOf);
  const chosen = useStore(desk.review, (area) => area.chosen.size);
  const doing = useStore(desk.review, (area) => area.doing);
  if (item === null && chosen === 0) return <NoDetails text={t('review.pick')} />;
  return (
    <article className={classes.details}>
      {doing === 'rejecting' && <RejectForm count={Math.max(1, chosen)} />}
      {doing === 'editing' && item !== null && <EditForm key={item.id} item={item} />}
      {doing === 'reading' &&
        (chosen > 0 || item === null ? <Several count={chosen} /> : <Reading item={item} />)}
    </article>
  );
}
