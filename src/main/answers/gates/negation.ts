import type { Reading } from '../reading.ts';
import type { Gate } from './gate.ts';

const negation =
  /(?<= )(?:tidak|bukan|belum|jangan|tanpa|ndak|tak|non|senza|nessuno|nessuna|niente|nemmeno|neanche|not|no|never|without|neither|nor|nothing|nobody|none|unable)(?= )/g;
/** "bisa gak kak?", "buka gak?", "udah belum?": Indonesian asks by adding the negation; nothing is denied. */
const tag =
  /(?<= )(?:(?:bisa|boleh|mungkin|dapat|perlu|ada|sudah|apa|apakah|atau|wajib|harus|legal|aman) (?:tidak|belum)|(?:tidak|belum)(?= (?:caranya|cara|bagaimana|berapa|syaratnya|biayanya|daftarnya|dokumennya|kapan|dan|atau|kalau|jika|min|kak|ya) )|(?:tidak|belum)(?= (?:(?:sih|ya|kak|kakak|dong|min|mas|mbak|pak|bu|nih) )*$))(?= )/g;

/** Stops a message that denies something which the variation does not deny. */
export const negationGate: Gate = (message, { variation }) => {
  const found = negations(message);
  return found.length > 0 && negations(variation).length === 0
    ? `"${found[0]}" turns the question round`
    : null;
};

/** Denials that deny nothing of the question. */
const plain =
  / (?:or not|o no|o meno|not only|non solo|why not|not (?:an )?indonesian|non (?:sono )?(?:indonesian[oa]?|citizens?|residents?|nationals?|indonesiani)|(?:do|did) not (?:really |quite |fully )?(?:understand|know|get) (?:how|what|the difference|which|where|when)|non (?:ho (?:ben )?capito|capisco|mi e (?:ben )?chiaro|so) (?:bene )?(?:come|cosa|quale|quanto|dove|quando|in (?:che|cosa)|la differenza)|(?:tidak|belum|kurang) (?:tahu|paham|ngerti|mengerti) (?:cara|bagaimana|gimana|apa|berapa|kapan|beda|perbedaan)\S*|bukan (?:wni|orang indonesia)|non (?:trovo|troviamo|riesco a trovare)|can not find|could not find)(?= )/g;

const negations = ({ line }: Reading): readonly string[] =>
  line.replace(plain, ' ').replace(tag, '').match(negation) ?? [];
