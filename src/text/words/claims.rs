//! The words of claims that others have made.

/// Claims with those who made them, in the order of `view::claims::NAMES`.
#[derive(Debug)]
pub struct ClaimWords {
    /// What was claimed, and who claimed it, where and when.
    pub claims: [(&'static str, &'static str); 3],
    /// That the words are ours.
    pub paraphrased: &'static str,
}
