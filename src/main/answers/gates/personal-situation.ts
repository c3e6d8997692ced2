import { says } from '../catalogue.ts';
import type { Gate } from './gate.ts';

/** What the writer did, had or went through. */
const past =
  /(?<= )(?:(?<!\bam )i (?!allowed|supposed|interested)(?:was|were|had|lost|got|came|left|paid|ve|[a-z]{3,}ed)|i have (?:been|had|got|already|[a-z]{3,}ed)|we (?:were|had|ve|[a-z]{3,}ed)|i (?:m|am) (?:at|in|on|here|from|an?|already|not|the|married|currently|still)(?! (?:foreigner|expat|indonesian|looking|planning|interested) )|(?<!if )(?<!when )(?<!once )(?<!case )(?:my|our) (?:[a-z]+ )?(?:is|was|has|got|expires?|expired|runs?)|(?:ho|abbiamo|avevo|avevamo) (?!bisogno|una domanda|intenzione|visto che|non capito|(?:un|una|dei|delle|degli|alcuni|alcune|il|la|i|le) (?:\S+ ){1,3}da (?:far |fare )?\S+re )\S+|(?:mi|ci) (?:hanno|ha|avete)|sono (?:stat|arrivat|venut|andat|nat|in |un |una |il |la )\S*|siamo (?:stat|arrivat|venut|andat|in )\S*|(?:vivo|viviamo|abito|abitiamo) |(?:saya|aku|kami) (?:sudah|baru|lagi|sedang|pernah|punya|kena|tinggal|lahir|masih|dapat|ditanya|diminta))(?= )/;
/** Whose permit it is changes the answer: "my KITAS", "PT PMA saya". */
const own =
  /(?<= )(?:(?:my|our) (?:own )?(?:\S+ )?(?:kitas|kitap|visa|voa|permit|npwp|company|case|situation|pt|pma)(?! (?:application|picture|photo|foto|pic))|mi (?:controll|verific)\S+|(?:mi[oa]|nostr[oa]) (?:kitas|kitap|visto|visa|voa|permesso|npwp|pt|societa|caso)|(?:kitas|kitap|visa|voa|pma|npwp|izin|proses|prosesnya|permohonan|perusahaan)(?: (?:investor|kerja|pensiun|keluarga))? (?:saya|aku|kami)(?! (?:perlu|harus|mau|bisa|butuh|ingin|mesti|wajib) ))(?= )/;

/** Stops a message that tells circumstances of its own: people, events, a state of things the answer knows nothing of. */
export const personalSituation: Gate = (message, { subject }) => {
  const person = message.atoms.find((atom) => atom.isSignal && !says(subject.vocabulary, atom));
  if (person) return `"${person.word}" is about the person who asks`;
  // How something is done is the same for everybody; what it costs or when it is ready may not be.
  const isGeneral = ['HOW', 'NEEDS', 'c:action_extend'].some((key) => message.keys.has(key));
  for (const pattern of isGeneral ? [past] : [past, own]) {
    const found = pattern.exec(message.line)?.[0];
    if (found !== undefined && !subject.variations.some(({ line }) => pattern.test(line)))
      return `"${found}" is a circumstance of its own`;
  }
  return null;
};
