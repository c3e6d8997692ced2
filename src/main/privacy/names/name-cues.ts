import type { Word } from './words.ts';

/**
 * What the words before a name say. `told`: it is a name in any case ("mi chiamo"). `called`, `label`: it is one if it looks like one.
 * `title`, `kin`: a person is spoken of. `greeting`, `asked`, `self`: a name or another word
 * ("ciao", "ask", "sono"). `bracket`: a person, and behind it a bracket.
 */
export type NameCue =
  | 'told'
  | 'called'
  | 'label'
  | 'title'
  | 'kin'
  | 'greeting'
  | 'asked'
  | 'bracket'
  | 'self';

const kinWords =
  'gf|bf|kids?|children|sons|daughters|twins?|bimb[io]|bambini|figli|figlie|gemelli|nipoti|amici|genitori|parents|friends|wife|husband|son|daughter|child|baby|mother|mom|mum|father|dad|brother|sister|partner|girlfriend|boyfriend|fiance|fiancee|friend|boss|landlord|landlady|agent|nanny|driver|housekeeper|gardener|lawyer|notary|accountant|colleague|assistant|business partner|neighbour|neighbor|moglie|marito|figlio|figlia|madre|mamma|padre|papa|fratello|sorella|compagno|compagna|fidanzato|fidanzata|amico|amica|collega|socio|socia|capo|agente|commercialista|avvocato|notaio|vicino|vicina|suocera|suocero|cognato|cognata|cugino|cugina|nipote|bambino|bambina|piccolo|piccola|assistente|padrone di casa|domestica|famiglia|keluarga|family|istri|suami|anak|ibu|bapak|ayah|kakak|adik|teman|temen|pacar|tunangan|bos|pemilik|sopir|supir|pembantu|notaris|sponsor|nominee|direktur|direttore|director|mertua|ipar|sepupu|keponakan|kakek|nenek';

const patterns: readonly (readonly [NameCue, RegExp])[] = [
  [
    'told',
    /(?:^| )(?:mi chiamo|chiamarmi|(?:il )?mio nome e|nama(?: lengkap)? (?:saya|aku|kami)(?: adalah| itu)?|namaku|panggil (?:saya|aku|aja)|perkenalkan(?: nama)? saya|kenalkan saya|my (?:full )?name is|my names|call me|cognome)$/,
  ],
  [
    'called',
    /(?:^| )(?:si chiama|si chiamano|ci chiamiamo|(?:il )?suo nome e|di nome|a nome(?: di)?|intestat[oaie] a|mi presento|nama(?: lengkap)?(?: istri saya| suami saya| anak saya| ibu kandung| ayah kandung)?(?: adalah| itu)?|namanya|bernama|atas nama|a n|an|dipanggil|perkenalkan|kenalkan|(?:his|her|the) (?:full )?name is|names? is|is called|named|(?:in|under) the name(?: of)?|on behalf of|penerima|beneficiary|beneficiario)$/,
  ],
  [
    'label',
    /(?:^| )(?:nome|cognome|nome e cognome|cognome e nome|nama|nama lengkap|nama belakang|nama depan|name|full name|first name|last name|surname|family name|given names?|direktur|director|direttore|komisaris|penerima|recipient|nominee|owner|tenant|client|cliente|klien|attn|cc|pemohon|applicant|richiedente|signed|firma|firmato|ttd|contact|kontak|contatto|guest|ospite|tamu)$/,
  ],
  [
    'title',
    /(?:^| )(?:pak|bapak|bpk|bp|bu|ibu|mas|mbak|mba|bli|mbok|kak|kakak|ka|om|tante|gus|jero|bang|sig|sig ra|sigra|signor|signora|signorina|signore|dott|dott ssa|dottor|dottoressa|dr|drg|drs|avv|avvocato|ing|geom|arch|rag|prof|mr|mrs|ms|miss|mister|don|zia|zio|nonna|nonno|aunt|auntie|uncle|grandma|haji|hajah|ustadz|madame|monsieur|herr|frau|signori|coniugi)$/,
  ],
  [
    'kin',
    new RegExp(
      String.raw`(?:^| )(?:(?:my|our|his|her|mio|mia|miei|nostro|nostra|suo|sua|il|la|the)(?: \p{L}+)? (?:${kinWords})|(?:${kinWords}) (?:saya|kami|aku|ku|nya|kita)|(?:istri|suami|anak|temen|teman|ibu|adik|kakak|pacar)(?:ku|nya)|famiglia|keluarga|family|direttore e|director is|direkturnya|temannya|temennya)(?: (?:si|is|namanya|yang bernama|di nome|called|named|di|of|dari|del signor))?$`,
      'u',
    ),
  ],
  [
    'greeting',
    /(?:^| )(?:ciao|salve|buongiorno|buonasera|caro|cara|carissim[oa]|gentile|gentilissim[oa]|egregio|dear|hi|hello|hey|halo|hallo|hai|pagi|siang|sore|malam|grazie|grazie mille|thanks|thank you|makasih|kasih|scusa|sorry|good morning|good evening)$/,
  ],
  [
    'asked',
    /(?:^| )(?:ask|call|tell|email|meet|met|talk to|spoke to|speak to|spoke with|speak with|talked to|asked|told|chiam[aiao]|chiamate|chiamare|chied[io] a|chiedete a|chiedere a|scriv[io] a|parl[ao] con|parlare con|parlato con|sentir[ei]|hubungi|telpon|tanya|ketemu|ngobrol sama|sama si|si|kepada|cc|con|with|for|per|untuk|buat|sama|dengan|kata|che|that|kalau|kalo|by|oleh|titip)$/,
  ],
  ['bracket', new RegExp(String.raw`(?:^| )(?:${kinWords}|saya|me|io|aku)$`, 'u')],
  ['self', /(?:^| )(?:sono|saya|aku|i m|im|i am|this is|it s|ini|io sono|qui|mit)$/],
];

/** So many words before a name are looked at. */
const REACH = 5;

/** The cue right before the word at `at`; null where there is none. */
export function cueBefore(words: readonly Word[], at: number): NameCue | null {
  const word = words[at];
  const previous = words[at - 1];
  if (!word || !previous) return null;
  const phrase = words
    .slice(Math.max(0, at - REACH), at)
    .map(({ folded }) => folded.replaceAll(/[-'’]/g, ' '))
    .join(' ');
  const cue = patterns.find(
    ([kind, pattern]) => isGapOf(kind, word.gap, previous.folded) && pattern.test(phrase),
  );
  return cue?.[0] ?? null;
}

/** Titles that a full stop belongs to; behind the others a sentence ends. */
const abbreviation = /^(?:bpk|bp|sig|ra|ssa|dott|dr|drg|drs|avv|ing|geom|arch|rag|prof|mr|mrs|ms)$/;

function isGapOf(kind: NameCue, gap: string, before: string): boolean {
  const trimmed = gap.trim();
  switch (kind) {
    case 'told':
    case 'called':
      return /^(?:|:|=|\.|[“"])$/.test(trimmed) && gap !== '\n' && (before !== 'an' || trimmed === '.');
    case 'label':
      return /^(?:[:=])$/.test(trimmed);
    case 'title':
      return gap === ' ' || ((gap === '. ' || gap === '.') && abbreviation.test(before));
    case 'kin':
      return /^(?:|,|\(|:)$/.test(trimmed) && gap !== '\n';
    case 'bracket':
      return gap === ' (';
    case 'greeting':
    case 'asked':
    case 'self':
      return gap === ' ' || gap === ', ' || gap === ' (';
  }
}
