import type { enNight } from './en-night.ts';

export const idNight: typeof enNight = {
  night: {
    title: 'Belajar di malam hari',
    hint: 'Setiap malam LLaMA membaca percakapan hari itu, tanpa nama dan nomor, lalu belajar: wawasan baru, panduan yang lebih baik, apa yang dibutuhkan klien. Paginya ada laporan tentang apa yang dipelajari; satu malam bisa dibatalkan seluruhnya.',
    isOn: 'Belajar setiap malam',
    isOnHint: 'Sekali untuk setiap hari, saat komputer tidak dipakai.',
    at: 'Kapan',
    catchUp: 'Susulkan dalam, jam',
    catchUpHint:
      'Malam yang terlewat karena komputer tidur atau aplikasi ditutup dimulai dalam waktu ini. 0: tidak pernah.',
    keepsAwake: 'Biarkan komputer menyala sampai selesai',
    keepsAwakeHint: 'Hanya selama pekerjaan malam berjalan. Ada pemberitahuan; layar boleh mati.',
    startsAtLogin: 'Mulai bersama komputer',
    startsAtLoginHint: 'Di samping jam, tanpa jendela, supaya tidak ada malam yang terlewat.',
    run: 'Kerjakan tugas malam ini sekarang',
    nothingNew: 'Tidak ada percakapan baru sejak malam terakhir.',
    from_one: 'Akan belajar dari {{count}} percakapan dengan {{messages}} pesan.',
    from_other: 'Akan belajar dari {{count}} percakapan dengan {{messages}} pesan.',
    cost: 'Sekitar {{cost}}, seperti malam-malam sebelumnya.',
    noCost: 'Biayanya akan terlihat setelah malam pertama.',
    goesOn: 'Pekerjaan malam sedang berjalan.',
    due: 'Malam berikutnya: {{when}}.',
  },
};
