;; The inner loop of the search: dot products of one query (16-bit whole numbers) with rows of 8-bit whole numbers, times the
;; scale of each row. Four rows at a time, so that the query is read once for them, and the highest score of every 64, so
;; that whoever looks for the best need not look at all. `node scripts/wasm.ts` compiles it into scan-module.ts.
(module
  (import "scan" "memory" (memory 1))

  ;; row..end: bytes of a multiple of 64 rows; width: bytes of a row, a multiple of eight; query: 2 * width bytes;
  ;; scales and scores: a float for each row; peaks: four floats for every 64 rows, the highest being among them.
  (func (export "scan")
    (param $row i32) (param $end i32) (param $width i32) (param $query i32)
    (param $scales i32) (param $scores i32) (param $peaks i32)
    (local $second i32) (local $third i32) (local $fourth i32) (local $place i32) (local $left i32)
    (local $part v128) (local $peak v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (block $done
      (loop $rows
        (br_if $done (i32.ge_u (local.get $row) (local.get $end)))
        (if (i32.eqz (local.get $left))
          (then
            (local.set $left (i32.const 16))
            (local.set $peak (f32x4.splat (f32.const -inf)))))
        (local.set $second (i32.add (local.get $row) (local.get $width)))
        (local.set $third (i32.add (local.get $second) (local.get $width)))
        (local.set $fourth (i32.add (local.get $third) (local.get $width)))
        (local.set $a (v128.const i32x4 0 0 0 0))
        (local.set $b (local.get $a))
        (local.set $c (local.get $a))
        (local.set $d (local.get $a))
        (local.set $place (i32.const 0))
        (loop $places
          ;; Eight products a row, added in pairs to four sums. Written out: V8 calls functions here, which costs six times the work.
          (local.set $part
            (v128.load (i32.add (local.get $query) (i32.shl (local.get $place) (i32.const 1)))))
          (local.set $a
            (i32x4.add (local.get $a)
              (i32x4.dot_i16x8_s (local.get $part)
                (v128.load8x8_s (i32.add (local.get $row) (local.get $place))))))
          (local.set $b
            (i32x4.add (local.get $b)
              (i32x4.dot_i16x8_s (local.get $part)
                (v128.load8x8_s (i32.add (local.get $second) (local.get $place))))))
          (local.set $c
            (i32x4.add (local.get $c)
              (i32x4.dot_i16x8_s (local.get $part)
                (v128.load8x8_s (i32.add (local.get $third) (local.get $place))))))
          (local.set $d
            (i32x4.add (local.get $d)
              (i32x4.dot_i16x8_s (local.get $part)
                (v128.load8x8_s (i32.add (local.get $fourth) (local.get $place))))))
          (local.set $place (i32.add (local.get $place) (i32.const 8)))
          (br_if $places (i32.lt_u (local.get $place) (local.get $width))))

        ;; a0+a2 b0+b2 a1+a3 b1+b3, the same of c and d, and of both the sums of a, b, c, d.
        (local.set $a
          (i32x4.add
            (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $a) (local.get $b))
            (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $a) (local.get $b))))
        (local.set $c
          (i32x4.add
            (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $c) (local.get $d))
            (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $c) (local.get $d))))
        (local.set $part
          (f32x4.mul
            (v128.load (local.get $scales))
            (f32x4.convert_i32x4_s
              (i32x4.add
                (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $a) (local.get $c))
                (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $a) (local.get $c))))))
        (v128.store (local.get $scores) (local.get $part))
        (local.set $peak (f32x4.max (local.get $peak) (local.get $part)))

        (local.set $left (i32.sub (local.get $left) (i32.const 1)))
        (if (i32.eqz (local.get $left))
          (then
            (v128.store (local.get $peaks) (local.get $peak))
            (local.set $peaks (i32.add (local.get $peaks) (i32.const 16)))))
        (local.set $scales (i32.add (local.get $scales) (i32.const 16)))
        (local.set $scores (i32.add (local.get $scores) (i32.const 16)))
        (local.set $row (i32.add (local.get $fourth) (local.get $width)))
        (br $rows)))))
