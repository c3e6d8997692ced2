;; The inner loop of the search: dot products of one query (16-bit whole numbers) with rows of 8-bit whole numbers, four
;; rows at a time so that the query is read once for them. `node scripts/wasm.ts` compiles it into scan-module.ts.
(module
  (import "scan" "memory" (memory 1))

  (func $sum (param $four v128) (result f32)
    (f32.convert_i32_s
      (i32.add
        (i32.add (i32x4.extract_lane 0 (local.get $four)) (i32x4.extract_lane 1 (local.get $four)))
        (i32.add (i32x4.extract_lane 2 (local.get $four)) (i32x4.extract_lane 3 (local.get $four))))))

  ;; row..end: bytes of a multiple of four rows; width: bytes of a row, a multiple of eight; query: 2 * width bytes;
  ;; out: a float for each row.
  (func (export "scan") (param $row i32) (param $end i32) (param $width i32) (param $query i32) (param $out i32)
    (local $second i32) (local $third i32) (local $fourth i32) (local $place i32) (local $part v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (block $done
      (loop $rows
        (br_if $done (i32.ge_u (local.get $row) (local.get $end)))
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
        (f32.store offset=0 (local.get $out) (call $sum (local.get $a)))
        (f32.store offset=4 (local.get $out) (call $sum (local.get $b)))
        (f32.store offset=8 (local.get $out) (call $sum (local.get $c)))
        (f32.store offset=12 (local.get $out) (call $sum (local.get $d)))
        (local.set $out (i32.add (local.get $out) (i32.const 16)))
        (local.set $row (i32.add (local.get $fourth) (local.get $width)))
        (br $rows)))))
