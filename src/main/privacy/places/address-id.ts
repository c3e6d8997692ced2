import type { Finder } from '../personal.ts';
import { spansOf } from '../spans.ts';

const word = String.raw`(?!(?:No|Nomor|RT|RW|Blok)(?!\p{L}))(?:\p{Lu}[\p{L}'’.]{0,20}|[IVX]{1,5}|\d{1,2}(?=,| |$)|km\.? ?\d{1,2})`;
const name = String.raw`${word}(?: ${word}){0,4}`;
const number = String.raw`(?:no(?:mor)?\.? ?|#|nr\.? ?)?\d{1,4}(?!\d|[.,]\d{3}| ?(?:juta|jt|ribu|rb|hari|bulan|tahun|jam|orang|menit|km))(?: ?[/-]? ?[A-Za-z](?!\p{L}))?`;
/** What an address goes on with, in any order. */
const unit = String.raw`(?:(?:Jl\.?|Jln\.?|Jalan|Gg\.?|Gang|Br\.?|Banjar|Bjr\.?|Dusun|Dsn\.?|Ling(?:kungan|k?\.)|Perum(?:ahan|\.)?|Komplek|Kompleks|Cluster|Villa|Desa|Ds\.?|Kel(?:urahan|\.)?|Kec(?:amatan|\.)?|Kab(?:upaten|\.)?|Kota|Prov(?:insi|\.)?) ?${name}|(?:Blok|Block) ?[A-Z]{0,2}(?: ?-?\d{1,3})?|RT ?\.?:? ?\d{1,3}(?: ?\/ ?(?:RW ?\.?:? ?)?\d{1,3})?|RW ?\.?:? ?\d{1,3}|No(?:mor)?\.? ?${number}|${number}|${name}(?= ?[,.\n]|$| \d{5}| RT| Blok)|(?:Bali|Badung|Gianyar|Tabanan|Denpasar|Jakarta|Lombok)(?!\p{L})|\d{5}(?!\d))`;
const rest = String.raw`(?:(?:[,.]? {1,2}(?:- )?|, ?|\n(?=RT|Desa|Kel|Kec))${unit}|, ?\p{Lu}\p{Ll}{2,20}(?: \p{Lu}\p{Ll}{2,20}){0,2})`;
const street = String.raw`(?:Jl\.?|Jln\.?|Jalan|Gg\.?|Gang)`;
const place = String.raw`(?:Br\.|Br|Banjar|Bjr\.?|Perum(?:ahan|\.)?|Komplek|Kompleks|Dusun|Dsn\.?|Ling(?:kungan|\.)|Desa|Cluster)`;

const withStreet = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?:Villa|Apartemen|Apartment|Residence|Kos|Perum(?:ahan)?|Guesthouse) ?${name}, ?)?(?:${street}|JL\.?|JALAN|jl\.?|jln\.?) ?${name}(?:${rest}){0,9}`,
  'gu',
);
const withPlace = new RegExp(String.raw`(?<![\p{L}\d])${place} ?${name}(?:${rest}){1,9}`, 'gu');
/** In small letters: the number makes it an address. */
const small =
  /(?<![\p{L}\d])(?:jl|jln|jalan|gang|gg)\.? (?:[\p{L}'’.]{2,20} ){1,4}(?:no\.? ?|nomor )\d{1,4}[a-z]?(?!\p{L})(?: ?,? ?rt ?\d{1,3} ?\/? ?(?:rw ?)?\d{1,3})?(?:,? (?:canggu|seminyak|kuta|ubud|sanur|denpasar|kerobokan|pererenan|berawa|umalas|jimbaran|uluwatu|renon|legian|gianyar|tabanan|badung|bali|utara|selatan|barat|timur))*/giu;

const lives =
  /(?:tinggal|alamat(?:nya|ku| saya)?|rumah(?:nya|ku| saya)?|domisili|villa|kos|kost|kontrak|kirim|antar|live|living|stay|staying|address|home|house|abit\w{1,4}|viv\w{1,4}|indirizzo|casa)(?: (?:kami|saya|ku|is|è))?(?: (?:di|ke|at|in|on|a|:))?:? $/iu;

/** A street where an office is, or something is near it, leads to nobody. */
const offices =
  /(?:kantor|office|ufficio|imigrasi|immigration|immigrazione|cabang|branch|filiale|atm|bank|dekat|deket|near|vicino|depan|sebelah|macet|traffico|traffic)\P{L}[^\n]{0,24}$/iu;

/** Indonesian addresses: a street with its number, or a banjar, estate or village with what belongs to it. */
export const findIndonesianAddresses: Finder = ({ text }) => [
  ...spansOf(text, withStreet, 'address').filter(({ start, end }) => leadsHome(text, start, end)),
  ...spansOf(text, withPlace, 'address').filter(({ start, end }) => isPlaceOfOne(text, start, end)),
  ...spansOf(text, small, 'address'),
];

/** A street alone is a place of the town, unless somebody lives there or it is written as in an address. */
function leadsHome(text: string, start: number, end: number): boolean {
  const value = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 40), start);
  return (
    /\d/.test(value) ||
    (/(?:^|, ?)(?:Jl|Jln|JL|jl|jln|Gg)(?!\p{L})/u.test(value) && !offices.test(before)) ||
    lives.test(text.slice(Math.max(0, start - 40), start))
  );
}

function isPlaceOfOne(text: string, start: number, end: number): boolean {
  const value = text.slice(start, end);
  return (
    /\d|(?:Desa|Kec|Kel|Br\.|Jl|Kab)/.test(value.slice(4)) ||
    lives.test(text.slice(Math.max(0, start - 40), start))
  );
}
