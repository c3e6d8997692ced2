import type { Migration } from '../migrate.ts';
import { clients } from './0010-clients.ts';
import { conversations } from './0020-conversations.ts';
import { knowledge } from './0030-knowledge.ts';
import { answers } from './0040-answers.ts';
import { metrics } from './0050-metrics.ts';
import { catalogue } from './0060-catalogue.ts';
import { servedAnswers } from './0070-served-answers.ts';
import { index } from './0080-index.ts';
import { jobs } from './0100-jobs.ts';
import { knowledgeRuns } from './0110-knowledge-runs.ts';
import { answerOrigins } from './0120-answer-origins.ts';
import { jobSums } from './0130-job-sums.ts';
import { answerNeeds } from './0140-answer-needs.ts';
import { jobWaits } from './0145-job-waits.ts';
import { proposals } from './0150-proposals.ts';
import { analyses } from './0160-analyses.ts';
import { nights } from './0170-nights.ts';
import { learnt } from './0175-learnt.ts';
import { review } from './0180-review.ts';

/** Every migration, oldest first. A shipped one is never edited: add the next number. */
export const migrations: readonly Migration[] = [
  clients,
  conversations,
  knowledge,
  answers,
  metrics,
  catalogue,
  servedAnswers,
  index,
  jobs,
  knowledgeRuns,
  answerOrigins,
  jobSums,
  answerNeeds,
  jobWaits,
  proposals,
  analyses,
  nights,
  learnt,
  review,
];
