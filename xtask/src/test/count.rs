//! How many tests a program says have passed and failed, read from what it prints.

use std::ops::AddAssign;

/// Passed and failed tests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: usize,
    pub failed: usize,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// What a step's output says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// Nothing: the step is one check, passed if the program succeeds.
    Check,
    /// One line `test result: ... N passed; N failed; ...` for each test program, natively and in a browser.
    Cargo,
    /// The closing lines `# pass N` and `# fail N` of Node's TAP reporter.
    Node,
    /// The last line is `N passed, N failed`.
    LastLine,
}

impl Count {
    /// The tally of a finished step. One that fails without naming a failed test, or passes without any test, has failed once
    /// more: a program that crashed or never found its tests must not look well.
    pub fn tally(self, output: &str, succeeded: bool) -> Tally {
        let mut tally = match self {
            Self::Check => Tally { passed: usize::from(succeeded), failed: 0 },
            Self::Cargo => {
                output.lines().filter(|line| line.starts_with("test result: ")).fold(Tally::default(), |mut sum, line| {
                    sum += Tally { passed: number_before(line, " passed"), failed: number_before(line, " failed") };
                    sum
                })
            }
            Self::Node => Tally { passed: number_after(output, "# pass "), failed: number_after(output, "# fail ") },
            Self::LastLine => {
                let line = output.lines().rfind(|line| !line.trim().is_empty()).unwrap_or_default();
                Tally { passed: number_before(line, " passed"), failed: number_before(line, " failed") }
            }
        };
        if tally.failed == 0 && (!succeeded || tally.passed == 0) {
            tally.failed = 1;
        }
        tally
    }
}

/// The number that stands right before a word; 0 if there is none.
fn number_before(line: &str, word: &str) -> usize {
    let before = line.split_once(word).map_or("", |(before, _)| before);
    before.rsplit(|c: char| !c.is_ascii_digit()).next().and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

/// The number on the last line that begins with a word; 0 if there is none.
fn number_after(output: &str, word: &str) -> usize {
    output.lines().rev().find_map(|line| line.strip_prefix(word)?.trim().parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{Count, Tally};

    #[test]
    fn tests_of_all_programs_are_summed() {
        let output = "test a ... ok\n\ntest result: ok. 12 passed; 0 failed; 1 ignored; 0 measured\n\
                      test result: FAILED. 3 passed; 2 failed; 0 ignored; finished in 0.1s\nerror: 1 target failed\n";
        assert_eq!(Count::Cargo.tally(output, false), Tally { passed: 15, failed: 2 });
    }

    #[test]
    fn node_and_last_line_are_read() {
        assert_eq!(Count::Node.tally("TAP version 13\n# tests 5\n# pass 4\n# fail 1\n", false), Tally { passed: 4, failed: 1 });
        assert_eq!(
            Count::LastLine.tally("1 passed, 9 failed\nmore\n40 passed, 0 failed\n\n", true),
            Tally { passed: 40, failed: 0 }
        );
    }

    #[test]
    fn a_crash_or_no_test_at_all_is_a_failure() {
        for count in [Count::Check, Count::Cargo, Count::Node, Count::LastLine] {
            assert_eq!(count.tally("Segmentation fault\n", false), Tally { passed: 0, failed: 1 }, "{count:?}");
        }
        for count in [Count::Cargo, Count::Node, Count::LastLine] {
            assert_eq!(count.tally("", true), Tally { passed: 0, failed: 1 }, "{count:?}");
        }
        // All tests passed, then the program fell over.
        assert_eq!(Count::LastLine.tally("7 passed, 0 failed\n", false), Tally { passed: 7, failed: 1 });
        assert_eq!(Count::Check.tally("", true), Tally { passed: 1, failed: 0 });
    }
}
