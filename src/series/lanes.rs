//! Two numbers that go through the same arithmetic at once.
//!
//! In wasm they are one `f64x2`, elsewhere an array; both do what IEEE 754 says to each number, so that the bits are the
//! same. The compiler does not find such pairs by itself where it is told to keep the module small.

use std::ops::{Add, Div, Mul, Sub};

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod pair {
    use core::arch::wasm32::{
        f64x2, f64x2_add, f64x2_div, f64x2_extract_lane, f64x2_gt, f64x2_mul, f64x2_pmax, f64x2_pmin, f64x2_splat, f64x2_sqrt,
        f64x2_sub, i64x2_shuffle, v128, v128_not, v128_or,
    };

    /// Two numbers.
    #[derive(Clone, Copy)]
    pub(crate) struct Lanes(v128);

    #[inline]
    pub(super) fn both(a: Lanes, b: Lanes, operation: super::Operation) -> Lanes {
        Lanes(match operation {
            super::Operation::Add => f64x2_add(a.0, b.0),
            super::Operation::Sub => f64x2_sub(a.0, b.0),
            super::Operation::Mul => f64x2_mul(a.0, b.0),
            super::Operation::Div => f64x2_div(a.0, b.0),
        })
    }

    impl Lanes {
        #[inline]
        pub(crate) fn new(first: f64, second: f64) -> Self {
            Self(f64x2(first, second))
        }

        #[inline]
        pub(crate) fn of(pair: &[f64; 2]) -> Self {
            Self(bytemuck::must_cast(*pair))
        }

        #[inline]
        pub(crate) fn to_array(self) -> [f64; 2] {
            bytemuck::must_cast(self.0)
        }

        #[inline]
        pub(crate) fn splat(v: f64) -> Self {
            Self(f64x2_splat(v))
        }

        #[inline]
        pub(crate) fn first(self) -> f64 {
            f64x2_extract_lane::<0>(self.0)
        }

        #[inline]
        pub(crate) fn second(self) -> f64 {
            f64x2_extract_lane::<1>(self.0)
        }

        #[inline]
        pub(crate) fn sqrt(self) -> Self {
            Self(f64x2_sqrt(self.0))
        }

        /// Each where `a` exceeds `b`, NaN elsewhere.
        #[inline]
        pub(crate) fn where_greater(self, a: Self, b: Self) -> Self {
            // All ones is a NaN, and needs no constant in the loop.
            Self(v128_or(self.0, v128_not(f64x2_gt(a.0, b.0))))
        }

        /// The lesser of the two sides; this one where the other is NaN.
        #[inline]
        pub(crate) fn lesser(self, o: Self) -> Self {
            Self(f64x2_pmin(self.0, o.0))
        }

        /// The greater of the two sides; this one where the other is NaN.
        #[inline]
        pub(crate) fn greater(self, o: Self) -> Self {
            Self(f64x2_pmax(self.0, o.0))
        }

        /// The first numbers of both.
        #[inline]
        pub(crate) fn firsts_with(self, o: Self) -> Self {
            Self(i64x2_shuffle::<0, 2>(self.0, o.0))
        }

        /// The second numbers of both.
        #[inline]
        pub(crate) fn seconds_with(self, o: Self) -> Self {
            Self(i64x2_shuffle::<1, 3>(self.0, o.0))
        }
    }
}

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
mod pair {
    /// Two numbers.
    #[derive(Clone, Copy)]
    pub(crate) struct Lanes([f64; 2]);

    #[inline]
    pub(super) fn both(a: Lanes, b: Lanes, operation: super::Operation) -> Lanes {
        let one = |a: f64, b: f64| match operation {
            super::Operation::Add => a + b,
            super::Operation::Sub => a - b,
            super::Operation::Mul => a * b,
            super::Operation::Div => a / b,
        };
        Lanes([one(a.0[0], b.0[0]), one(a.0[1], b.0[1])])
    }

    impl Lanes {
        #[inline]
        pub(crate) fn new(first: f64, second: f64) -> Self {
            Self([first, second])
        }

        #[inline]
        pub(crate) fn of(pair: &[f64; 2]) -> Self {
            Self(*pair)
        }

        #[inline]
        pub(crate) fn to_array(self) -> [f64; 2] {
            self.0
        }

        #[inline]
        pub(crate) fn splat(v: f64) -> Self {
            Self([v; 2])
        }

        #[inline]
        pub(crate) fn first(self) -> f64 {
            self.0[0]
        }

        #[inline]
        pub(crate) fn second(self) -> f64 {
            self.0[1]
        }

        #[inline]
        pub(crate) fn sqrt(self) -> Self {
            Self(self.0.map(f64::sqrt))
        }

        /// Each where `a` exceeds `b`, NaN elsewhere.
        #[inline]
        pub(crate) fn where_greater(self, a: Self, b: Self) -> Self {
            let one = |lane: usize| if a.0[lane] > b.0[lane] { self.0[lane] } else { f64::NAN };
            Self([one(0), one(1)])
        }

        /// The lesser of the two sides; this one where the other is NaN.
        #[inline]
        pub(crate) fn lesser(self, o: Self) -> Self {
            let one = |lane: usize| if o.0[lane] < self.0[lane] { o.0[lane] } else { self.0[lane] };
            Self([one(0), one(1)])
        }

        /// The greater of the two sides; this one where the other is NaN.
        #[inline]
        pub(crate) fn greater(self, o: Self) -> Self {
            let one = |lane: usize| if self.0[lane] < o.0[lane] { o.0[lane] } else { self.0[lane] };
            Self([one(0), one(1)])
        }

        /// The first numbers of both.
        #[inline]
        pub(crate) fn firsts_with(self, o: Self) -> Self {
            Self([self.0[0], o.0[0]])
        }

        /// The second numbers of both.
        #[inline]
        pub(crate) fn seconds_with(self, o: Self) -> Self {
            Self([self.0[1], o.0[1]])
        }
    }
}

pub(crate) use pair::Lanes;

impl Lanes {
    /// The numbers of two slices that hold one each, or none.
    #[inline]
    pub(crate) fn of_either(one: &[f64], other: &[f64]) -> Option<Self> {
        Some(Self::new(*one.first()?, *other.first()?))
    }
}

#[derive(Clone, Copy)]
enum Operation {
    Add,
    Sub,
    Mul,
    Div,
}

impl Add for Lanes {
    type Output = Self;
    #[inline]
    fn add(self, o: Self) -> Self {
        pair::both(self, o, Operation::Add)
    }
}

impl Sub for Lanes {
    type Output = Self;
    #[inline]
    fn sub(self, o: Self) -> Self {
        pair::both(self, o, Operation::Sub)
    }
}

impl Mul for Lanes {
    type Output = Self;
    #[inline]
    fn mul(self, o: Self) -> Self {
        pair::both(self, o, Operation::Mul)
    }
}

impl Div for Lanes {
    type Output = Self;
    #[inline]
    fn div(self, o: Self) -> Self {
        pair::both(self, o, Operation::Div)
    }
}
