import { phrasesOf } from './phrases.ts';

/** What asks or names something as a whole, and holds words that would ask something else by themselves. */
export const wholePhrases = phrasesOf(String.raw`
OPENING
  (until|till) what time
  (are|r) (u|ya|you|you guys|y all|the office|your office)( guys| all)? (open|working|there) (also )?(on |at |during )?(the )?(saturdays?|sundays?|weekends?|mondays?|fridays?|every day|daily)
  (siete|restate|rimanete|e) (apert[iaoe]|chius[iaoe]) (anche |pure )?(il |la |di |nel |tutti i )?(sabat[oi]|domenic[ahe]+|weekend|fine settimana|giorni)
  (il |la |di |nel )?(sabato|domenica|weekend|fine settimana) (siete|restate|rimanete|e) (sempre |anche )?(apert[iaoe]|chius[iaoe])
  (hari )?(sabtu|minggu|weekend|akhir pekan)( minggu)? (kantor\p{L}* |kalian |juga )?(buka|tutup|libur)
  (kantor\p{L}* )?(buka|tutup) (di |pas |tiap |setiap )?(hari )?(sabtu|minggu|weekend|akhir pekan)
  jam (buka|operasional|kerja|kantor)\p{L}*
  (buka|tutup)(nya)? jam berapa
  jam berapa (kantor\p{L}* )?(buka|tutup)\p{L}*
  opening (and )?(closing )?(hours|times?)
  closing (hours|times?)
  (office|business|working) hours
  (orari|orario) (di |dell |d )?(apertura|ufficio|lavoro|ricevimento)
  (a )?che or[ae] (apr\p{L}+|chiud\p{L}+|siete apert\p{L})
  what time (do|does|is) (you|the office|your office) (guys )?(open|close)\p{L}*
OPENING
  (buka|tutup)(nya)? (dari |sampai |sampe |mulai |hingga )?(jam|pukul|hari) (apa|berapa)
  (jam berapa|kapan|hari apa)( saja)? (kalian |kantor\p{L}* |kak |kakak |min |bisa |anda |mulai )*(buka|tutup)\p{L}*
  kantor\p{L}* (buka|tutup|bukanya|tutupnya)( dari| sampai| mulai)? (kapan|jam|hari)( berapa| apa)?( saja)?
  (buka|tutup)(nya)? kapan
  (until |till |from |at |by )?(what|which) (time|times|days?|hours?) (do |does |are |is |will |would )?(u |ya |you |y all |the office |your office |guys |all |folks )*(open|close|shut)\p{L}*( (and|n|or|to) (open|close|shut)\p{L}*)?
  when (do |does |are |is |will )?(u |ya |you |the office |your office |guys |all |folks )+(open|close|shut)\p{L}*( (and|n|or) (open|close|shut)\p{L}*)?
  (da |fino a )?(a )?che or[ae] (e |a che or[ae] |fino a che or[ae] )*(vi |l |il |la |lo |vostro |ufficio |siete |trovo |sono |resta |restate |rimane |in )*(apr\p{L}+|chiud\p{L}+|apert\p{L}|lavorate|ricevete)
  (siete|restate|rimanete|sono|e) (sempre )?(apert[oiae]|chius[oiae]) (fino a che ora|a che ora|quando|in che giorni|quali giorni|che giorni|da che ora)
  (in )?(quali|che) (giorni|orari|orario|ore)( e (giorni|orari|ore))? (siete|fate|avete|lavorate|aprite|apre|ricevete|tenete|osservate|e|sono)( apert\p{L}| l ufficio| disponibil\p{L}| reperibil\p{L})*
  quando (siete|e|sono|trovo|vi trovo) (apert\p{L}|l ufficio apert\p{L}|in ufficio)
  quando (aprite|apre|chiudete|chiude)( l ufficio| gli uffici)?
  fino a che ora
SITE WHERE
  (dove|in che (via|zona|strada)) (vi |ti )?(siete|state|trovo|trovate|avete|posso trovar\p{L}+)( la (vostra )?sede| l ufficio| il (vostro )?ufficio| gli uffici| sede| situat\p{L}| ubicat\p{L}| di preciso| esattamente)*
  (dove|dov e) (e |si trova |sta |sarebbe |hai |avete )?(l |il |la |gli |i )?(vostr[oai] |tuo )?(ufficio|uffici|sede|studio|agenzia)
  where(abouts)? (are |is |r |s )?(u |ya |you |you guys |guys |y all |your (office|place|agency|shop) |the office )+(located|based|at|situated)?
  where (can|could|do|would) (i|we) (find|visit|meet|see) (you|your office|the office|u)
  kantor\p{L}* (di|ada di|itu di|letaknya di|lokasinya di|alamatnya di)? ?mana
  (di ?mana|dmn) (letak |lokasi |alamat |posisi )?(kantor|lokasi)\p{L}*
  (lokasi|posisi|alamat|letak)(nya)? (kantor\p{L}* )?(di )?mana
  share ?lo(c|k)(ation)?
  sherlok|shareloc|sharelok
DEADLINE
  (sampai |hingga |paling (lambat|telat|akhir|lama) |terakhir )+(tanggal|tgl) berapa
  (batas (waktu|akhir|lapor\p{L}*|pelaporan|bayar|setor|pengumpulan)|tenggat( waktu)?)(nya)?( (lapor|pelaporan|bayar|setor)\p{L}*)?( (itu )?(kapan|tanggal berapa))?
  (tanggal |lapor\p{L}* |bayar |setor )?(terakhir|paling (lambat|telat|akhir))( lapor\p{L}*| bayar| setor)?( (itu )?(kapan|tanggal berapa))?
  (entro|per) (che|quale|qual) (data|giorno|termine|mese)( dell anno)?
  (qual e )?(l ultim[oa]|ultim[oa]) (giorno|data|momento)( utile)?
  (data|termine) (limite|ultim[oa]|massim[oa])
  entro quando
  (by|before|until|till) (what|which) (date|day)
  (what s |whats |when s |what is |when is |when are )?(the )?(last|latest|final|due|closing) (day|date|moment)s?( to| for)?
  quando scad(e|ono) (il|la|lo|l|le|gli|i) (termin\p{L}|lkpm|spt|dichiarazion\p{L}|rapport\p{L}|scadenz\p{L}|present\p{L}+|invio)
  when (is|are|s) (it|this|they|the \p{L}+( \p{L}+)?) due
  by when
AGE
  how old (do|must|should|does|have|has) (i|you|one|we|someone|somebody|applicants?) (have to |need to |got to )?(be)?
  how old
  (minimum|min|minimal|required|eligible) age
  age (limit|requirement|threshold|minimum|range)s?
  (a|da|dai|che|quale|con|entro|di) (quanti anni|che eta|quale eta|eta)( (minima|minimo|richiesta))?
  quanti anni (bisogna|si deve|devo|deve|dobbiamo|occorre|ci vogliono|servono)( avere| aver)?
  eta (minima|richiesta|massima)
  (minimal |minimum |batas |syarat |berapa )*(umur|usia)(nya)?( (minimal|minimum|berapa))*
VALIDITY
  (sisa )?(masa )?(berlaku )?berapa bulan(?=.*\b(paspor|passport|pasport|passaporto)\b)(?!.*(proses|urus|jadi|bikin|buat))
  (?<=\b(paspor|passport|pasport|passaporto)\b.*)(?<!(proses|urus|bikin|buat|renew|rinnov)\p{L}*.*)(berapa bulan|quanti mesi|how many months|how much time|mesi residu[oi])( di validita)?
  (quanti mesi|how many months|mesi residui|how much time)( di validita)?(?=.*\b(paspor|passport|pasport|passaporto)\b)(?!.*(rinnov|take|impieg|renew))
OUTWARD
  (out of|leaving|keluar dari|keluar|via dal|via da|fuori da|fuori dal) (bali|indonesia)
  (from|dari|da|dall) (bali|indonesia)(?= (to|ke|in|a|all|verso|per) )
IDENTITY
  come (ti chiami|si chiama|vi chiamate)
  (what s|what is|whats) your name
  (siapa nama|nama\p{L}* siapa)\p{L}*
HOW
  the (best|easiest|right|proper) way( to| of)?
TESTAMENT
  (a|my|his|her|the last) will(?=$| and| in)
WHICH bank
  (which|what|quale|quali|che) (bank|banca|banche|banks)
  bank (apa|mana)
DURATION restare
  quanto( tempo)? (si puo|posso|possiamo|puo|potrei|potremmo|potro) (stare|restare|rimanere|soggiornare|trattenermi|fermarmi)
  (fino a )?quanti giorni (mi fa|ci fa|fa|posso|si puo|possiamo|permette di|consente di) (stare|restare|rimanere|soggiornare|trattenermi)
konsultasi
  konsul(nya)?(?! (jenderal|italia|kehormatan))
lost
  (i |we )?(can not|could not|unable to) find( my| our)?( any more)?
perso
  non (trovo|troviamo|trovo|riesco a trovare)( piu)?
`);
