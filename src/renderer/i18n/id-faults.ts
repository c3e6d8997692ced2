import type { enFaults } from './en-faults.ts';

export const idFaults: typeof enFaults = {
  fault: {
    no_key: 'Belum ada kunci Claude. Pesan tersimpan. Tambahkan kunci di pengaturan, lalu coba lagi.',
    invalid_key: 'Claude tidak menerima kuncinya. Pesan tersimpan. Periksa kunci di pengaturan.',
    no_network: 'Claude tidak terjangkau. Pesan tersimpan. Periksa jaringan, lalu coba lagi.',
    rate_limited: 'Claude meminta jeda: terlalu banyak permintaan. Pesan tersimpan. Coba lagi semenit lagi.',
    overloaded: 'Claude sedang penuh. Pesan tersimpan. Coba lagi beberapa menit lagi.',
    timed_out: 'Claude tidak menjawab tepat waktu. Pesan tersimpan. Coba lagi.',
    stalled: 'Balasan berhenti di tengah. Yang sudah datang tersimpan. Lengkapi sendiri atau coba lagi.',
    stream_broken:
      'Sambungan terputus di tengah. Yang sudah datang tersimpan. Lengkapi sendiri atau coba lagi.',
    server_error: 'Ada gangguan di pihak Claude. Pesan tersimpan. Coba lagi semenit lagi.',
    bad_request: 'Claude tidak menerima permintaannya. Pesan tersimpan. Periksa model di pengaturan.',
    refused: 'Claude menolak menjawab. Pesan tersimpan. Tulis balasannya sendiri atau coba lagi.',
    out_of_tokens:
      'Balasan mencapai batas panjang. Yang sudah datang tersimpan. Lengkapi sendiri atau coba lagi.',
    tool_loop: 'Claude terus mencari tanpa menjawab. Pesan tersimpan. Coba lagi.',
    interrupted: 'Aplikasi tertutup saat menulis. Yang sudah datang tersimpan. Coba lagi.',
    internal: 'Ada yang rusak di aplikasi. Pesan tersimpan. Coba lagi; catatan log menjelaskan lebih banyak.',
  },
  error: {
    bad_input: 'Tidak bisa disimpan seperti itu. Tidak ada yang berubah. Periksa dan coba lagi.',
    not_found: 'Itu sudah tidak ada. Yang lain tidak berubah.',
    conflict: 'Sementara itu sudah diubah atau dikunci. Tidak ada yang ditimpa. Lihat lagi.',
    data_folder_in_use: 'Folder itu dipakai Jiwa Desk lain. Tidak ada yang dipindahkan. Pilih yang lain.',
    database_from_future: 'Data ini dari Jiwa Desk yang lebih baru. Data tidak disentuh. Perbarui aplikasi.',
    file_unreadable: 'Sebuah berkas tidak dapat dibaca. Tidak ada yang berubah. Periksa folder dan izinnya.',
    untrusted_sender: 'Permintaan ditolak demi keamanan. Tidak ada yang berubah. Mulai ulang aplikasi.',
    internal:
      'Ada yang rusak di aplikasi. Yang Anda punya tersimpan. Coba lagi; catatan log menjelaskan lebih banyak.',
    title: 'Tidak berhasil',
  },
  notice: {
    conversation_ended: 'Percakapan selesai.',
    fact_removed: 'Fakta dihapus.',
    jiwa_cleared: 'Kolom dikosongkan.',
    copied: 'Disalin.',
    client_forgotten: 'Dilupakan. Tidak ada lagi yang tersisa dari klien ini.',
    saved: 'Tersimpan.',
    index_rebuilt: 'Indeks sudah dibangun ulang.',
  },
};
