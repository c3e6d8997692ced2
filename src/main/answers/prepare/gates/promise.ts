import { withoutSlots } from '../../../../shared/slots.ts';
import type { AnswerGate } from './gate.ts';

/** Nobody knows what an authority decides. "Certainly." alone is a courtesy. */
const promises = [
  /\b(?:guarante\w*|definitely|will certainly|certainly (?:be|get|receive)|without (?:a )?doubt|for sure|no risk|risk[- ]free|always (?:approved|granted)|will (?:surely |certainly )?be (?:approved|granted|accepted))\b/i,
  /\b(?:pasti(?:nya)?|dijamin|menjamin|jaminan|garansi|tanpa risiko|tidak mungkin (?:gagal|ditolak)|selalu (?:disetujui|berhasil))\b/i,
  /\b(?:garan(?:zi|ti)\w*|sicuramente|certamente (?:sar|verr|approv|otterr)|senz'altro|senza rischi|di sicuro|(?:sar[àa]|verr[àa]) (?:approvat|accettat|concess)[oai])/i,
];

export const promiseGate: AnswerGate = ({ text }) => {
  const outside = withoutSlots(text).replaceAll('’', "'");
  for (const pattern of promises) {
    const found = pattern.exec(outside);
    if (found) return { reason: 'promise', detail: `it promises an outcome: ${found[0]}` };
  }
  return null;
};
