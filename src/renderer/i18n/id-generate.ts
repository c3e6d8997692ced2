import type { enGenerate } from './en-generate.ts';

export const idGenerate: typeof enGenerate = {
  generate: {
    title: 'Buat pengetahuan',
    hint: 'LLaMA menulis wawasan budaya menurut rencana: apa yang dikatakan klien, apa artinya, bagaimana menjawabnya. Setiap wawasan diperiksa bahasa, panjang, kebaruan, kesantunan, dan privasinya.',
    target: 'Jumlah wawasan',
    targetHint: 'Bisa kurang bila rencana sudah habis; itu akan diberitahukan.',
    goesTo: 'Yang lolos',
    live: 'Langsung dipakai',
    review: 'Menunggu diperiksa orang',
    estimate: 'Kira-kira {{minutes}} GPU dan {{cost}}, dalam {{batches}} permintaan.',
    estimateFree: 'Kira-kira {{minutes}} GPU, dalam {{batches}} permintaan. Belum ada harga.',
    fromRuns: 'Menurut pengerjaan terakhir.',
    fromUsual: 'Seperti biasanya untuk model 70B; pengerjaan pertama akan lebih tepat.',
    start: 'Buat {{target}} wawasan',
    noEndpoint: 'Masukkan endpoint di atas dulu.',
    goOn: 'Lanjutkan',
    cancel: 'Akhiri',
    undo: 'Hapus hasilnya',
    progress: '{{taken}} dari {{target}} wawasan',
    rate: '{{rate}} per menit',
    left: 'sisa {{time}}',
    soFar: '{{cost}} sejauh ini',
    yield: '{{yield}} dari yang datang diterima',
    rejected_one: '{{count}} tidak lolos',
    rejected_other: '{{count}} tidak lolos',
    stopped: 'Berhenti: {{error}}',
    stoppedPlain: 'Berhenti, dan menunggu Anda.',
    show: 'Tampilkan pekerjaannya',
    ended: {
      target: 'Pengerjaan terakhir mencapai tujuan: {{taken}} wawasan seharga {{cost}}.',
      dry: 'Pengerjaan terakhir berakhir sendiri: hampir tidak ada lagi yang baru. {{taken}} wawasan seharga {{cost}}.',
      barren:
        'Pengerjaan terakhir berakhir sendiri: hampir tidak ada yang bisa dipakai. Coba model lain. {{taken}} wawasan seharga {{cost}}.',
      cancelled:
        'Anda mengakhiri pengerjaan terakhir. Hasilnya {{taken}} wawasan seharga {{cost}}, dan tetap ada.',
    },
    undone: 'Hasil pengerjaan terakhir sudah dihapus.',
  },
};
