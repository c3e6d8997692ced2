import { describe, expect, it } from 'vitest';
import { findPersonal } from '../../../src/main/privacy/find.ts';
import type { KnownNames, PersonalType } from '../../../src/main/privacy/personal.ts';

const nobody: KnownNames = { names: [] };
const found = (text: string, known = nobody) =>
  findPersonal(text, known).map(({ start, end, type }) => [type, text.slice(start, end)]);

describe('finds', () => {
  it.each<[PersonalType, string, string?]>([
    ['email', 'scrivi a ⟦mario.rossi+bali@posta.it⟧ grazie'],
    ['email', 'ke ⟦budi (at) contoh (dot) co (dot) id⟧ ya'],
    ['link', 'ini ⟦https://drive.google.com/file/d/1a2b3c/view⟧.'],
    ['link', 'scrivi su ⟦wa.me/6281234567890⟧'],
    ['handle', 'follow ⟦@kopi.senja_bali⟧ dong'],
    ['phone', 'hp ⟦0812-3456-7890⟧'],
    ['phone', 'chiamami al ⟦338.412.0977⟧'],
    ['phone', 'ufficio ⟦(0361) 229 417⟧'],
    ['phone', 'in Italia ⟦+39 06 5512 7788⟧'],
    ['phone', '⟦nol delapan satu dua tiga empat lima enam tujuh⟧'],
    ['nik', 'NIK ⟦5171034708890003⟧'],
    ['nik', 'nik saya ⟦517103470889000⟧ kurang satu'],
    ['npwp', '⟦48.219.773.5-903.000⟧'],
    ['tax_code', 'CF ⟦rssgli85c41h501w⟧'],
    ['tax_code', 'codice fiscale ⟦RSSGLI85C4IH50IW⟧'],
    ['iban', 'iban ⟦IT60 X054 2811 1010 0000 0123 456⟧ grazie'],
    ['iban', 'iban ⟦IT61 X054 2811 1010 0000 0123 456⟧ con una cifra sbagliata'],
    ['card', 'carta ⟦4111 1111 1111 1111⟧'],
    ['account', 'rek BCA ⟦7720419835⟧ ya'],
    ['passport', 'paspor ⟦C4419027⟧'],
    ['passport', 'passport ⟦19AV40127⟧'],
    ['passport', '⟦YA 8820461⟧'],
    ['document', 'KITAS ⟦2C21JE8830-Y⟧'],
    ['document', 'BPJS ⟦0001847729356⟧'],
    ['birth_date', 'nata il ⟦3 maggio 1987⟧ a Lecce'],
    ['birth_date', 'tgl lahir ⟦05-11-1984⟧'],
    ['plate', 'plat ⟦DK 4471 ABF⟧'],
    ['address', 'ke ⟦Jl. Pantai Berawa No. 48, Tibubeneng, Kuta Utara⟧ ya'],
    ['address', '⟦Banjar Tegallantang, Desa Ubud, Kec. Ubud, Kab. Gianyar⟧'],
    ['address', 'abito in ⟦via Monte Napoleone 14, 20121 Milano⟧'],
    ['address', 'at ⟦12 Rosebank Avenue, Bristol BS6 7QD⟧'],
    ['address', 'we rent ⟦Villa Bambu Indah No. 9⟧ now'],
    ['address', '⟦Lindenstraße 44, 10969 Berlin⟧'],
    ['name', 'Pak ⟦Made⟧ bilang besok'],
    ['name', 'bu ⟦ketut⟧ sudah datang'],
    ['name', 'sig.ra ⟦De Santis⟧ arriva'],
    ['name', 'mi chiamo ⟦federica⟧ e vivo qui'],
    ['name', 'my wife ⟦Oluchi⟧ is here'],
    ['name', "dall'⟦Elena⟧ ho saputo"],
    ['name', 'Grazie mille!\n⟦Evaristo Zanchetta⟧'],
    ['name', 'kata ⟦wayan⟧ sudah'],
    ['name', 'tell ⟦Kadek⟧’s brother'],
    ['phone', 'hp ⟦08\u200B12 34\u00AD56 7890⟧\u200B ya'],
    ['phone', 'hp ⟦０８１２‑3456–7890⟧'],
    ['name', 'kata ⟦Wa\u200Dyan⟧ sudah'],
    ['account', 'No. rekening:\n⟦77204198⟧'],
  ])('%s in “%s”', (type, marked) => {
    const value = /⟦(.*)⟧/su.exec(marked)?.[1] ?? '';
    expect(found(marked.replace(/[⟦⟧]/g, ''))).toEqual([[type, value]]);
  });

  it.each([
    ['Giulia Rossi', 'GIULIA non risponde', 'GIULIA'],
    ['Giulia Rossi', 'la rossi ha scritto', 'rossi'],
    ['Alessandro Volpi', 'Ale arriva domani', 'Ale'],
    ['Made Suardana', 'kata Made besok', 'Made'],
    ['Ni Luh Sukerti', 'paspor sukertinya habis', 'sukertinya'],
  ])('the known name %s in “%s”', (name, text, value) => {
    expect(found(text, { names: [name] })).toEqual([['name', value]]);
  });

  it('a number and a name again where nothing says any more what they are', () => {
    const text = 'rek BCA 772041; Oluchi: mia moglie Oluchi. 772041 ok? Oluchi dice di sì';
    expect(found(text).filter(([, value]) => value === '772041')).toHaveLength(2);
    expect(found(text).filter(([, value]) => value === 'Oluchi')).toHaveLength(3);
  });
});

describe('leaves', () => {
  it.each([
    'C1, D12, E33F, B211A, E28A: quale visto?',
    'Rp 12.500.000 atau 12.500.000 rupiah, IDR 4750000, 10.000.000.000',
    '1.200 euro, € 950, 350,000 USD, $4,500.00, 17,5 juta, 2500000 rupiah',
    'scade il 14/08/2027, jatuh tempo 28-02-2027, on 11 November 2026 at 17:30',
    'dalle 9.00 alle 17.30, jam 08.00-15.00, 2026/2027',
    'form 1770 SS, PP No. 28 Tahun 2019, KBLI 55193, F24, art. 24-ter',
    'Canggu, Ubud, Denpasar, Nusa Dua, Milano, Perth',
    'Kantor Imigrasi Ngurah Rai, BPJS, Disdukcapil, Bank Mandiri, Questura di Milano',
    'Made in Italy, I made it, it was made in 2019',
    'Warung Made, Pantai Kuta, Pura Besakih, Bandara Ngurah Rai',
    'via whatsapp alle 9, via mail entro 24 ore, corso di 20 ore',
    'macet di Jalan Raya Canggu, jalan-jalan, hati-hati di jalan',
    'una risposta chiara, al massimo 60 giorni, sarà lunga',
    'Selamat Siang Kak Mau Tanya Soal Perpanjangan Visa Kerja Ya',
    'https://www.imigrasi.go.id dan evisa.imigrasi.go.id',
    'Second Home Visa, Digital Nomad, Golden Visa',
  ])('“%s” as it is', (text) => {
    expect(found(text)).toEqual([]);
  });
});
