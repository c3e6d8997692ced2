import type { enPrepare } from './en-prepare.ts';

export const idPrepare: typeof enPrepare = {
  prepare: {
    title: 'Siapkan jawaban',
    hint: 'LLaMA menulis jawaban untuk pertanyaan umum lebih dulu, dalam tiga bahasa, resmi dan santai. Setiap angka berasal dari fakta kantor; yang tidak lolos pemeriksaan tidak pernah disampaikan.',
    variations: 'Jawaban per pertanyaan',
    variationsHint:
      'Sebanyak itu yang resmi dan sebanyak itu yang santai, di tiap bahasa. Klien mendapatkannya bergantian.',
    enough: 'Setiap pertanyaan sudah punya cukup jawaban.',
    start_one: 'Siapkan {{answers}} jawaban',
    start_other: 'Siapkan {{answers}} jawaban',
    progress_one: '{{taken}} jawaban, {{over}} dari {{all}} permintaan',
    progress_other: '{{taken}} jawaban, {{over}} dari {{all}} permintaan',
    ended_one: 'Pengerjaan terakhir menulis {{taken}} jawaban seharga {{cost}}.',
    ended_other: 'Pengerjaan terakhir menulis {{taken}} jawaban seharga {{cost}}.',
    cancelled_one:
      'Anda mengakhiri pengerjaan terakhir. Hasilnya {{taken}} jawaban seharga {{cost}}, dan tetap ada.',
    cancelled_other:
      'Anda mengakhiri pengerjaan terakhir. Hasilnya {{taken}} jawaban seharga {{cost}}, dan tetap ada.',
    notPassed_one: '{{count}} tidak lolos.',
    notPassed_other: '{{count}} tidak lolos.',
    failed_one: '{{count}} permintaan gagal: {{error}}',
    failed_other: '{{count}} permintaan gagal: {{error}}',
    renews: 'Tulis ulang yang berubah',
    renewsHint:
      'Bila fakta kantor berubah atau kedaluwarsa, pertanyaan datang dengan kata-kata baru, atau jawaban ditandai salah, hanya jawaban itu yang diminta lagi.',
    renewing_one: '{{count}} permintaan untuk yang berubah sedang dikerjakan.',
    renewing_other: '{{count}} permintaan untuk yang berubah sedang dikerjakan.',
  },
  propose: {
    title: 'Usulkan pertanyaan lain',
    hint: 'LLaMA menulis cara lain klien menanyakan pertanyaan Anda, dan menyebut pertanyaan yang sering datang tanpa jawaban siap pakai. Yang bisa menyesatkan pencocokan ditolak. Pertanyaan baru selalu menunggu Anda di “Perlu ditinjau”.',
    start: 'Usulkan sekarang',
    show: 'Lihat pekerjaan',
    started_one: '{{count}} permintaan sedang berjalan, {{questions}} tentang pertanyaan baru.',
    started_other: '{{count}} permintaan sedang berjalan, {{questions}} tentang pertanyaan baru.',
  },
};
