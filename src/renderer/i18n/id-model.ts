import type { enModel } from './en-model.ts';

export const idModel: typeof enModel = {
  embedder: {
    title: 'Cara mengukur makna',
    hint: 'Menentukan wawasan mana yang ditemukan saat orang menulis dengan kata lain atau bahasa lain.',
    builtin: 'Bawaan',
    builtinHint: 'Langsung bekerja, tanpa jaringan.',
    local: 'Model di komputer ini',
    localHint:
      'Lebih paham kata lain dan bahasa lain. Diunduh sekali, sekitar 135 MB, setelah itu tidak perlu jaringan: tidak ada teks yang keluar dari komputer ini. Memakai memori sampai 0,8 GB selama aplikasi terbuka.',
    remote: 'Server Anda sendiri',
    remoteHint: 'Server yang memakai protokol embedding OpenAI. Isi pesan dikirim ke sana.',
    url: 'Alamat server',
    serverModel: 'Model di server',
    key: 'Kunci server',
    keyHint: 'Hanya bila server memintanya.',
    keyNone: 'Tidak ada kunci.',
    keyEnvironment: 'Diambil dari variabel JIWA_EMBEDDER_KEY.',
  },
  model: {
    download: 'Unduh dan pakai',
    downloadSize: 'Unduh {{size}} dan pakai',
    goOn: 'Lanjutkan',
    again: 'Coba lagi',
    cancel: 'Batal',
    remove: 'Hapus berkasnya',
    progress: '{{bytes}} dari {{total}}',
    asking: 'Menanyakan ke hub apa yang perlu diunduh',
    checking: 'Semuanya sudah ada; sedang dicoba',
    meanwhile: 'Sampai siap, yang bawaan tetap bekerja.',
    partial: '{{bytes}} sudah ada di sini.',
    ready: 'Ada di komputer ini, {{total}}.',
    unused: 'Berkasnya masih ada di sini: {{total}}.',
    unreachable: 'Hub tidak bisa dihubungi saat ini.',
    name: 'Model',
    nameHint: 'Pemilik dan nama di hub. Perlu bobot untuk ONNX.',
    hub: 'Alamat hub',
    hubHint: 'Kosongkan untuk huggingface.co, atau isi alamat mirror.',
    other: 'Model atau hub lain',
    offerTitle: 'Lebih peka pada makna',
    offerText:
      'Sebuah model bisa diunduh sekarang, {{size}}. Model ini menemukan wawasan yang cocok juga saat klien memakai kata lain atau bahasa lain. Setelah itu bekerja tanpa jaringan, dan tidak ada teks yang keluar dari komputer ini.',
    offerTake: 'Unduh di latar belakang',
    offerLater: 'Nanti saja',
    offerTaken:
      'Sedang diunduh di latar belakang. Anda bisa mulai; kemajuannya terlihat di Pengaturan, Pengetahuan.',
  },
  modelFault: {
    no_network:
      'Hub tidak bisa dihubungi. Yang sudah diunduh tetap disimpan, dan yang bawaan tetap bekerja. Periksa jaringan, lalu coba lagi.',
    not_found:
      'Hub tidak punya model ini, atau tidak dalam bentuk yang diperlukan. Yang bawaan tetap bekerja. Periksa nama model dan alamat hub.',
    refused:
      'Hub menolak. Yang sudah diunduh tetap disimpan, dan yang bawaan tetap bekerja. Coba lagi nanti.',
    wrong_content:
      'Yang datang dua kali tidak sama dengan yang disebut hub. Berkas itu dibuang, dan yang bawaan tetap bekerja. Coba lagi, atau pilih hub lain.',
    no_space:
      'Disk penuh. Yang sudah diunduh tetap disimpan, dan yang bawaan tetap bekerja. Kosongkan ruang, lalu coba lagi.',
    folder:
      'Folder data tidak bisa ditulisi. Tidak ada yang berubah, dan yang bawaan tetap bekerja. Periksa izinnya, lalu coba lagi.',
    unusable:
      'Model ini tidak berfungsi di sini. Yang bawaan tetap bekerja. Coba lagi untuk mengunduh ulang, atau pilih model lain.',
  },
};
