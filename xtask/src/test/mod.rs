//! `cargo xtask test`: everything that can say no, in one run.
//!
//! Every step runs, whatever happened to those before it, and nothing is skipped in silence. The last line printed is
//! `N passed, N failed`; a lint, a type check or a size limit counts as one test.

mod browsers;
mod count;
mod plan;
mod step;

use std::path::Path;
use std::time::Instant;

use count::Tally;
use step::Step;

use crate::workspace::{Outcome, root};

/// How much is tested.
#[derive(Clone, Copy)]
pub enum Extent {
    /// All of it, in three browsers.
    Everything,
    /// The loop of everyday work: nothing that needs a browser or a release build.
    Quick,
}

/// Runs the tests; the failure's sentence is empty, since the last line says it all.
pub fn run(extent: Extent) -> Outcome {
    let start = Instant::now();
    let tally = root().and_then(|root| run_all(&root, extent)).unwrap_or_else(|sentence| {
        println!("{sentence}");
        Tally { passed: 0, failed: 1 }
    });
    println!("It took {:.0} s.", start.elapsed().as_secs_f64());
    println!("{tally}");
    if tally.failed == 0 { Ok(()) } else { Err(String::new()) }
}

fn run_all(root: &Path, extent: Extent) -> Outcome<Tally> {
    let steps: Vec<Step> = match extent {
        Extent::Everything => plan::everything(root)?,
        Extent::Quick => plan::quick(root)?,
    };
    let mut sum = Tally::default();
    for step in steps {
        sum += step.run(&root.join("target/test-logs"))?;
    }
    Ok(sum)
}
