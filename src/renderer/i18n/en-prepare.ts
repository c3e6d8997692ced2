/** Prepared answers: what is lacking, how far the work is, how they are kept up. */
export const enPrepare = {
  prepare: {
    title: 'Prepare answers',
    hint: 'LLaMA writes the answers to common questions in advance, in three languages, formal and informal. Every figure comes from the house facts; what does not pass the checks is never said.',
    variations: 'Answers to each question',
    variationsHint:
      'This many formal and this many informal ones, in each language. Clients get them in turn.',
    enough: 'Every question has enough answers.',
    start_one: 'Prepare {{answers}} answer',
    start_other: 'Prepare {{answers}} answers',
    progress_one: '{{taken}} answer, {{over}} of {{all}} requests',
    progress_other: '{{taken}} answers, {{over}} of {{all}} requests',
    ended_one: 'The last run wrote {{taken}} answer for {{cost}}.',
    ended_other: 'The last run wrote {{taken}} answers for {{cost}}.',
    cancelled_one: 'You ended the last run. It wrote {{taken}} answer for {{cost}}, and it stays.',
    cancelled_other: 'You ended the last run. It wrote {{taken}} answers for {{cost}}, and they stay.',
    notPassed_one: '{{count}} did not pass.',
    notPassed_other: '{{count}} did not pass.',
    failed_one: '{{count}} request failed: {{error}}',
    failed_other: '{{count}} requests failed: {{error}}',
    renews: 'Write anew what changes',
    renewsHint:
      'When a house fact changes or expires, a question is asked in new words, or an answer is marked wrong, exactly those answers are asked for again.',
    renewing_one: '{{count}} request for what changed is on its way.',
    renewing_other: '{{count}} requests for what changed are on their way.',
  },
  propose: {
    title: 'Propose more questions',
    hint: 'LLaMA writes further ways in which clients ask your questions, and names questions that came often without a prepared answer. What would mislead the matcher is refused. New questions always wait for you under “To review”.',
    start: 'Propose now',
    show: 'Show the jobs',
    started_one: '{{count}} request is on its way, {{questions}} of them about new questions.',
    started_other: '{{count}} requests are on their way, {{questions}} of them about new questions.',
  },
};
