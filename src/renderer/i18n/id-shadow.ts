import type { enShadow } from './en-shadow.ts';

export const idShadow: typeof enShadow = {
  shadow: {
    title: 'Yang akan ditulis Claude',
    prepared: 'Jawaban siap pakai',
    claude: 'Claude',
    failed: 'Jawaban Claude tidak datang. Balasannya tidak terpengaruh.',
    cut: 'Terputus di sini.',
    better: 'Mana yang lebih baik?',
    preparedBetter: 'Yang siap pakai',
    claudeBetter: 'Punya Claude',
    letClaude: 'Mulai sekarang biar Claude yang menjawab pertanyaan ini',
    isOff: 'Pertanyaan ini dijawab Claude.',
    usePrepared: 'Pakai lagi jawaban siap pakai',
    compare: 'Claude juga menjawab: bandingkan',
    card: 'Bandingkan dengan Claude',
    cardHint:
      'Untuk sebagian jawaban siap pakai, jawaban Claude juga ditulis supaya bisa dibandingkan. Jawaban itu datang setelah yang siap pakai tampil, tidak dikirim ke siapa pun, dan biayanya sama seperti balasan biasa.',
    percent: 'Bagian dari jawaban siap pakai, dalam persen',
    perQuestion: 'Untuk tiap pertanyaan',
    question: 'Pertanyaan',
    compared: 'Dibandingkan',
    wonByPrepared: 'Siap pakai unggul',
    wonByClaude: 'Claude unggul',
    cost: 'Biaya',
    share: 'Bagian',
    shareOf: 'Bagian untuk “{{question}}”, dalam persen; kosong = seperti di atas',
    answersIt: 'Siap pakai',
    switchOf: 'Jawaban siap pakai untuk “{{question}}”',
    showAll: 'Tampilkan semua pertanyaan',
    none: 'Belum ada jawaban siap pakai yang dipakai.',
  },
};
