import type { Language } from '../../../shared/language.ts';
import { setOf } from './phrases.ts';

/** "One" is left out: it is an article or a pronoun in all three languages. So is "sei" (you are). */
export const numberWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  id: setOf(`dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh ratus seratus ribu seribu juta
      sejuta miliar semiliar setengah dobel berdua bertiga berempat kedua`),
  it: setOf(`due tre quattro cinque sette otto nove dieci undici dodici quindici venti trenta quaranta cinquanta sessanta
      novanta cento duecento mille mila milione milioni miliardo miliardi mezzo mezza doppio coppia`),
  en: setOf(`two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty ninety
      hundred thousand million billion half double twice couple`),
};
