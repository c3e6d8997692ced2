import type { enFaults } from './en-faults.ts';

export const idFaults: typeof enFaults = {
  broken: {
    title: 'Tampilan ini bermasalah',
    text: 'Yang rusak hanya tampilannya. Klien dan pesan Anda aman: semuanya tersimpan di tempat lain.',
    again: 'Tampilkan lagi',
  },
  fault: {
    no_key: 'Belum ada kunci Claude. Pesan tetap tersimpan. Tambahkan kunci di pengaturan, lalu coba lagi.',
    invalid_key: 'Claude tidak menerima kunci ini. Pesan tetap tersimpan. Periksa kunci di pengaturan.',
    no_network: 'Claude tidak bisa dihubungi. Pesan tetap tersimpan. Periksa jaringan, lalu coba lagi.',
    rate_limited:
      'Terlalu banyak permintaan: Claude minta jeda. Pesan tetap tersimpan. Coba lagi satu menit lagi.',
    overloaded: 'Claude sedang sangat sibuk. Pesan tetap tersimpan. Coba lagi beberapa menit lagi.',
    timed_out: 'Claude terlalu lama menjawab. Pesan tetap tersimpan. Silakan coba lagi.',
    stalled:
      'Balasan berhenti di tengah jalan. Teks yang sudah masuk tersimpan. Lengkapi sendiri atau coba lagi.',
    stream_broken:
      'Sambungan terputus di tengah jalan. Teks yang sudah masuk tersimpan. Lengkapi sendiri atau coba lagi.',
    server_error: 'Ada gangguan di pihak Claude. Pesan tetap tersimpan. Coba lagi satu menit lagi.',
    bad_request: 'Claude tidak menerima permintaan ini. Pesan tetap tersimpan. Periksa model di pengaturan.',
    refused: 'Claude memilih tidak menjawab. Pesan tetap tersimpan. Tulis sendiri balasannya atau coba lagi.',
    out_of_tokens:
      'Balasan mencapai batas panjang. Teks yang sudah masuk tersimpan. Lengkapi sendiri atau coba lagi.',
    tool_loop: 'Claude terus mencari tanpa menjawab. Pesan tetap tersimpan. Silakan coba lagi.',
    interrupted:
      'Aplikasi tertutup saat balasan sedang ditulis. Teks yang sudah masuk tersimpan. Lengkapi sendiri atau coba lagi.',
    internal: 'Ada gangguan di aplikasi. Pesan tetap tersimpan. Coba lagi; rinciannya ada di log.',
  },
  error: {
    bad_input: 'Isian seperti ini tidak bisa disimpan. Tidak ada yang berubah. Periksa lalu coba lagi.',
    not_found: 'Yang ini sudah tidak ada. Yang lain tidak berubah.',
    conflict:
      'Sementara itu ada yang berubah. Tidak ada yang ditimpa. Lihat keadaan terbarunya, lalu coba lagi.',
    data_folder_in_use:
      'Folder itu sedang dipakai Jiwa Desk lain. Tidak ada yang dipindahkan. Pilih folder lain.',
    database_from_future:
      'Data ini berasal dari Jiwa Desk yang lebih baru. Datanya tidak disentuh. Perbarui aplikasi.',
    file_unreadable:
      'Ada berkas yang tidak bisa dibaca. Tidak ada yang berubah. Periksa folder dan izin aksesnya.',
    embedder_unreachable:
      'Server pengukur makna tidak bisa dipakai. Tidak ada yang hilang: untuk sementara hanya kata yang menentukan. Periksa alamat dan modelnya di pengaturan, lalu bangun ulang indeksnya.',
    untrusted_sender: 'Permintaan ditolak demi keamanan. Tidak ada yang berubah. Mulai ulang aplikasi.',
    internal: 'Ada gangguan di aplikasi. Yang sudah ada tetap tersimpan. Coba lagi; rinciannya ada di log.',
    title: 'Belum berhasil',
  },
  notice: {
    conversation_ended: 'Percakapan selesai.',
    conversation_idle: 'Percakapan selesai setelah lama tidak ada kabar.',
    fact_removed: 'Fakta dihapus.',
    jiwa_cleared: 'Kolom dikosongkan.',
    marked_wrong: 'Ditandai sebagai jawaban salah.',
    review_approved_one: '{{count}} disetujui.',
    review_approved_other: '{{count}} disetujui.',
    review_rejected_one: '{{count}} ditolak.',
    review_rejected_other: '{{count}} ditolak.',
    review_undone: 'Dibatalkan.',
    review_kept: 'Dibatalkan, kecuali yang sudah berubah sejak itu.',
    question_off: 'Mulai sekarang Claude yang menjawab pertanyaan ini.',
    copied: 'Disalin.',
    client_forgotten: 'Sudah dilupakan. Tidak ada lagi yang tersisa dari klien ini.',
    index_rebuilt: 'Indeks sudah dibangun ulang.',
    model_ready: 'Model sudah siap; makna sekarang diukur dengannya.',
  },
};
