/** What a person would not want to find in somebody's notes without having been asked. */
export type SensitiveMatter = 'health' | 'religion' | 'politics' | 'money' | 'family';

/** Beginnings of words, in the three languages. Being anxious about what something costs is no money trouble. */
const words: Readonly<Record<SensitiveMatter, RegExp>> = {
  health:
    /\b(?:ill\b|illness|sick|disease|cancer|tumou?r|surgery|hospital|diabet|depress|panic attack|therap|pregnan|miscarr|HIV|disab|addict|alcohol|suicid|medicat|diagnos|malatt|malat[oaie]\b|tumore|cancro|intervento chirurgic|operazione al|ospedal|depression|attacchi di panico|terapia|incinta|gravidanza|aborto|disabil|dipendenz|farmac|sakit|penyakit|kanker|operasi\b|rumah sakit|diabetes|depresi|hamil|keguguran|kecanduan|obat\b|disabilitas)/i,
  religion:
    /\b(?:religio|muslim|islam|hindu|christian|catholic|protestant|jew(?:ish)?\b|buddhis|atheis|mosque|church|halal|pray(?:s|er|ing)?\b|fasting|ramadan|convert(?:ed|s)? to|fede\b|musulman|indù|cristian|cattolic|ebre[oai]|chiesa|moschea|preghier|digiun|agama|kristen|katolik|yahudi|masjid|gereja|sholat|salat\b|puasa|pindah agama)/i,
  politics:
    /\b(?:politic|election|voted?\b|vot[eing]+ for|left-wing|right-wing|communis|fascis|party member|activis|protest(?:s|ed|ing)?\b|elezion|votato|di sinistra|di destra|partito politico|comunis|fascist|attivist|politik|pemilu|partai|demonstrasi|aktivis)/i,
  money:
    /\b(?:debts?|in debt|bankrupt|insolven|can(?:'|no)t (?:afford|pay)|could not pay|broke\b|unpaid|loan shark|foreclos|lost (?:his|her|their|my|the) job|fired\b|debit[oi]|indebit|fallit[oa]|falliment|bancarott|non (?:posso|può|riesce a|riesco a) (?:permett|pagare)|senza soldi|licenziat|pignora|usura|utang|hutang|bangkrut|pailit|tidak (?:mampu|bisa) (?:bayar|membayar)|nggak (?:mampu|bisa) bayar|gak (?:mampu|bisa) bayar|dipecat|PHK\b|rentenir)/i,
  family:
    /\b(?:divorc|separat(?:ed|ing|ion)|custody|affair\b|cheat(?:ed|ing)|abus(?:e|ed|ive)|violen|quarrel|estranged|disown|fights? with (?:his|her|my|their)|against (?:his|her|my|their) (?:family|husband|wife|parents)|divorzi|separat[oaie]\b|separazion|affidamento|tradit[oa]|tradimento|violenz|litig|maltratt|cerai|bercerai|hak asuh|selingkuh|kekerasan|KDRT|bertengkar|ribut sama|diusir)/i,
};

/** Which sensitive matter a text touches; null where none is heard. */
export function sensitiveMatter(text: string): SensitiveMatter | null {
  const plain = text.replaceAll(/[‘’ʼ]/g, "'");
  const found = Object.entries(words).find(([, pattern]) => pattern.test(plain));
  return found ? (found[0] as SensitiveMatter) : null;
}
