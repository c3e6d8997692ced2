import { standardWord } from '../../text/tokens.ts';
import { line, type Gate } from './gate.ts';

const people =
  /(?<= )(?:husband|wife|sons?|daughters?|kids?|child|children|baby|mother|father|mom|mum|dad|parents|brother|sister|friends?|boyfriend|girlfriend|partner|fiancee?|boss|landlord|neighbou?r|maid|suami|istri|isteri|anak|anaknya|bayi|ayah|mertua|orang tua|ortu|adik|pacar|tunangan|teman|temanku|bos|majikan|tetangga|(?:ibu|bapak|kakak|keluarga) (?:saya|aku)|marito|moglie|figli[oae]?|bambin[oaie]|mamma|papa|padre|madre|genitori|fratello|sorella|amic[oai]|amiche|fidanzat[oa]|compagn[oa]|capo|suocer[oaie])(?= )/;

const states =
  /(?<= )(?:overstay\S*|expire[ds]?|expiring|scadut[oaie]|scade|scadra|scadenza|kadaluarsa|kedaluwarsa|kadaluwarsa|(?:sudah|mau|hampir|akan|bakal|keburu) habis|habis (?:besok|minggu|bulan|hari|tanggal)|rejected|refused|denied|declined|ditolak|penolakan|rifiutat[oaie]|rifiuto|respint[oa]|lost|stolen|hilang|kehilangan|dicuri|pers[oa]|rubat[oaie]|smarrit[oa]|deported|deportation|deport|deportasi|dideportasi|espuls[oa]|blacklist\S*|sick|ill|hospital|sakit|malat[oa]|ospedale|pregnant|hamil|incinta|divorced?|cerai|bercerai|divorzi\S*|separat[oa]|died|dead|passed away|meninggal|mort[oa]|arrested|ditangkap|arrestat[oa]|fined|denda|didenda|multa|multat[oa]|late|telat|terlambat|ritardo|problem\S*|issue|stuck|masalah|bermasalah|kendala|bloccat[oa]|married|menikah|sposat[oai]|moved|pindah|trasferit[oa]|criminal|penjara)(?= )/;

const firstPerson =
  /(?<= )(?:(?:has|have|had|did|was|were) (?:my|our) \S+|i (?:(?!need |proceed )[a-z]+ed|will|ll|can|am|was|were|m|ve|have|had|lost|got|just|already|live|own|owe|applied|paid|came|arrived|entered|left|used|tried|received|started|booked|bought|hold|stay|overstayed)|we (?:are|were|have|had|re|ve|live|own|applied|paid)|my (?:visa|kitas|permit|passport|application|company|landlord|agent|sponsor|employer|contract|case|situation) (?:is|was|has|will|got|expires?|runs?)|sono|siamo|ero|eravamo|ho|abbiamo|avevo|avevamo|mi (?:hanno|ha|e|sono)|ci (?:hanno|ha)|vivo|viviamo|abito|abitiamo|sto|stiamo|(?:saya|aku|kami) (?:sudah|baru|lagi|sedang|pernah|punya|kena|tinggal|lahir|bekerja|kerja|menikah|belum|masih|dari|adalah|datang|masuk|dapat|ditanya|diminta|beli|sewa|cuma|orang|pakai|pegang))(?= )/g;
/** What the writer has or waits for: "my KITAS", "PT PMA saya". Whose it is changes the answer. */
const own =
  /(?<= )(?:(?:my|our) \S+|mi (?:controll|verific)\S+|(?:mi[oa]|miei|mie|nostr[oaie]) \S+|(?:kitas|kitap|visa|voa|pma|pt|npwp|bpjs|sim|izin|paspor|dokumen|dokumennya|berkas|proses|prosesnya|pengurusan|permohonan|perusahaan)(?: (?:investor|kerja|pensiun|keluarga))? (?:saya|aku|kami|gue)|(?:kitas|visa|voa|npwp)ku)(?= )/;
/** First person as courtesy: it says nothing about the writer. */
const courtesy =
  / (?:i (?:am|m) (?:interested|looking|wondering|writing|asking|curious|just asking)|i have (?:a|one) question|(?:quali|che|cosa|dove|come|quando|ci|chi) sono|ho (?:bisogno|una domanda)|(?:sono|sarei|siamo) interessat[oaie]|i have to|i just (?:want|wanted|need)|kami (?:punya|dari) (?:pertanyaan)) /g;

/** Stops a message that tells circumstances of its own: people, events, a state of things the answer knows nothing of. */
export const personalSituation: Gate = (message, { subject, variation }) => {
  const told = line(message.words.map(standardWord)).replace(courtesy, ' ');
  const foreseen = line(variation.words.map(standardWord));
  const found = [people.exec(told)?.[0], states.exec(told)?.[0], ...(told.match(firstPerson) ?? [])];
  const owned = own.exec(told)?.[0];
  if (
    owned !== undefined &&
    !subject.variations.some(
      (other) => other.language === message.language && own.test(line(other.words.map(standardWord))),
    )
  )
    return `"${owned}" is the writer's own case`;
  const circumstance = found.find((words) => words !== undefined && !foreseen.includes(` ${words} `));
  return circumstance === undefined ? null : `"${circumstance}" is a circumstance of its own`;
};
