import { DAY, HOUR, MINUTE } from '../shared/time.ts';
import type { ClientSeed } from './client-seed.ts';

export const wayan: ClientSeed = {
  name: 'Wayan Ardana',
  addressAs: 'Pak Wayan',
  language: 'id',
  formality: 'formal',
  conversations: [
    {
      channel: 'in_person',
      isEnded: true,
      messages: [
        {
          by: 'client',
          ago: 26 * DAY,
          text: 'Saya punya homestay kecil di Ubud. Teman saya dari Belgia mau ikut menanam modal, jadi kami pikirkan PT PMA.',
        },
        {
          by: 'desk',
          ago: 26 * DAY - 12 * MINUTE,
          text: 'Terima kasih sudah bercerita, Pak Wayan. Kita bahas pelan-pelan, supaya hubungan dengan teman Bapak juga tetap baik.',
        },
        {
          by: 'client',
          ago: 26 * DAY - 30 * MINUTE,
          text: 'Iya, yang penting jangan sampai nama keluarga jadi tidak baik. Keputusan akhir saya bicarakan dulu dengan kakak saya.',
        },
        {
          by: 'desk',
          ago: 26 * DAY - 34 * MINUTE,
          text: 'Tentu, Pak. Kami siapkan ringkasannya secara tertulis, jadi mudah dibicarakan dengan keluarga.',
        },
      ],
    },
    {
      channel: 'whatsapp',
      isEnded: false,
      messages: [
        {
          by: 'client',
          ago: 5 * HOUR,
          text: 'Maaf ya Bu, saya belum sempat ke kantor notaris. Minggu ini ada odalan di pura keluarga.',
        },
        {
          by: 'desk',
          ago: 5 * HOUR - 11 * MINUTE,
          text: 'Tidak apa-apa sama sekali, Pak Wayan. Semoga upacaranya lancar; notaris kita atur setelah odalan selesai.',
        },
      ],
    },
  ],
  facts: [
    { topic: 'business', value: 'homestay kecil di Ubud', quote: 'Saya punya homestay kecil di Ubud' },
    {
      topic: 'business_partner',
      value: 'teman dari Belgia, calon pemegang saham',
      quote: 'Teman saya dari Belgia mau ikut menanam modal',
    },
    { topic: 'languages', value: 'Indonesia, Bali', quote: null },
  ],
  jiwa: [
    {
      field: 'anxieties',
      value: 'Nama baik keluarga',
      confidence: 0.85,
      quote: 'jangan sampai nama keluarga jadi tidak baik',
    },
    {
      field: 'relationship_with_us',
      value: 'Sopan dan hangat, memutuskan bersama kakaknya',
      confidence: 0.8,
      quote: 'Keputusan akhir saya bicarakan dulu dengan kakak saya',
    },
    {
      field: 'communication_preference',
      value: 'Formal, tidak didesak; upacara didahulukan',
      confidence: 0.8,
      quote: 'Minggu ini ada odalan di pura keluarga',
    },
    {
      field: 'emotional_state',
      value: 'Agak sungkan karena menunda',
      confidence: 0.7,
      quote: 'Maaf ya Bu, saya belum sempat ke kantor notaris',
    },
  ],
};
