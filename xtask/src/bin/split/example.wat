;; What a part of a function may look like, and the ways out of one: the end of a block, another turn of a loop, an outer block, a
;; return, a table of branches, with and without a value, and from the middle of a calculation.
(module
  (memory (export "memory") 1)
  (table 1 funcref)
  (global $steps (export "steps") (mut i32) (i32.const 0))
  (func $halve (param f64) (result f64)
    local.get 0
    f64.const 0.5
    f64.mul)
  (func $walk (export "walk") (param $n i32) (param $x f64) (result i32)
    (local $sum i32) (local $at i32) (local $kept i32) (local $y f64)
    local.get $x
    local.set $y
    block $done
      loop $next
        local.get $at
        local.get $n
        i32.ge_s
        br_if $done
        local.get $at
        i32.const 1
        i32.add
        local.set $at
        global.get $steps
        i32.const 1
        i32.add
        global.set $steps
        local.get $at
        i32.const 7
        i32.rem_u
        if
          local.get $at
          i32.const 3
          i32.and
          i32.eqz
          if
            local.get $sum
            i32.const 3
            i32.xor
            local.set $sum
            br $next
          end
          local.get $sum
          local.get $at
          i32.add
          local.tee $kept
          local.set $sum
        else
          local.get $sum
          i32.const 300
          i32.gt_s
          if
            local.get $sum
            i32.const 100000
            i32.add
            return
          end
          local.get $y
          call $halve
          local.set $y
        end
        local.get $sum
        block $value (result i32)
          i32.const 11
          local.get $at
          i32.const 2
          i32.rem_u
          br_if $value
          drop
          local.get $kept
          i32.const 13
          i32.rem_s
        end
        i32.add
        local.set $sum
        block $even
          block $other
            local.get $at
            i32.const 5
            i32.rem_u
            br_table $even $other $next $done $other
          end
          local.get $sum
          i32.const 40
          i32.gt_s
          br_if $next
          local.get $kept
          i32.const 1
          i32.add
          local.set $sum
        end
        local.get $y
        f64.const 1
        f64.gt
        if
          local.get $y
          i32.trunc_sat_f64_s
          local.get $at
          i32.add
          local.set $sum
          br $next
        end
        i32.const 64
        local.get $sum
        i32.store
        br $next
      end
    end
    local.get $sum
    local.get $kept
    i32.const 8
    i32.shl
    i32.add)
  (func $least (export "least") (param $n i32) (param $x f64) (result i32)
    local.get $n
    i32.const 20
    i32.gt_s
    if
      unreachable
    end
    local.get $n
    local.get $x
    i32.trunc_sat_f64_s
    local.get $n
    i32.const 3
    i32.rem_s
    if (result i32)
      local.get $n
      i32.const 4
      i32.gt_s
      if
        i32.const 9
        return
      end
      local.get $n
    else
      local.get $n
      i32.const 2
      i32.mul
    end
    i32.add
    i32.add))
