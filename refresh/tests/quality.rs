//! What the check of the figures finds, each planted in sheets that are otherwise well.

#![expect(clippy::unwrap_used, reason = "a test that cannot make its files has failed")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use yenlens::series::Day;
use yenlens_refresh::calendar::Calendar;
use yenlens_refresh::check::{Report, check};

/// Three sheets of 400 days that are well: yields on Japanese business days, a coin, and two sources of the dollar in yen.
struct Sheets {
    folder: PathBuf,
    rows: Vec<(Day, Vec<String>)>,
    reviewed: String,
}

impl Sheets {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("yenlens-quality-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let first = Day::parse("2024-01-04").unwrap();
        let days = (0..400).map(|n| first.plus(n));
        let row = |day: Day| {
            let n = day.count() % 5;
            let cell = |calendar: Calendar, value: f64| if calendar.is_open(day) { value.to_string() } else { String::new() };
            let yen = 150.0 + f64::from(n) / 10.0;
            vec![
                cell(Calendar::Japan, f64::from(100 + n) / 100.0),
                cell(Calendar::Daily, f64::from(1000 + 10 * n)),
                cell(Calendar::Target, yen),
                cell(Calendar::UsFed, yen),
            ]
        };
        Self { folder, rows: days.map(|day| (day, row(day))).collect(), reviewed: String::new() }
    }

    fn set(&mut self, date: &str, column: usize, text: &str) {
        let day = Day::parse(date).unwrap();
        let row = self.rows.iter_mut().find(|(known, _)| *known == day).unwrap();
        text.clone_into(&mut row.1[column]);
    }

    fn report(&self) -> Report {
        let write = |name: &str, text: &str| fs::write(Path::new(&self.folder).join(name), text).unwrap();
        let mut figures = "date,jgb10y,btc,usdjpy,usdjpy_fed\n".to_owned();
        for (day, cells) in &self.rows {
            writeln!(figures, "{day},{}", cells.join(",")).unwrap();
        }
        write("figures.csv", &figures);
        write(
            "series.csv",
            "id,label,unit,kind,closes_at_utc,source,source_url,license,chunk\njgb10y,J,pct,yield,06:00,S,https://example.org/,L,core\n\
             btc,B,usd,price,24:00,S,https://example.org/,L,core\nusdjpy,U,jpy_per_usd,fx,13:15,S,https://example.org/,L,core\n\
             usdjpy_fed,F,jpy_per_usd,fx,17:00,S,https://example.org/,L,core\n",
        );
        write("breaks.csv", "id,date,note\n");
        write("events.csv", "date,kind,title,source,basis\n");
        write("titles.csv", "date,kind,ja,zh,ko\n");
        write("reviewed.csv", &format!("check,id,from,to,reason\n{}", self.reviewed));
        check(&self.folder).unwrap()
    }

    fn open(&self) -> Vec<String> {
        self.report().open.iter().map(|f| format!("{} {} {} {}: {}", f.check.name(), f.id, f.from, f.to, f.what)).collect()
    }
}

impl Drop for Sheets {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

#[test]
fn sheets_that_are_well_have_no_findings() {
    let report = Sheets::new("well").report();
    assert!(report.is_clean(), "{report}");
}

#[test]
fn every_kind_of_trouble_is_found_where_it_is() {
    let mut sheets = Sheets::new("trouble");
    sheets.set("2024-03-12", 0, "");
    sheets.set("2024-03-13", 0, "");
    sheets.set("2024-04-29", 0, "1.01");
    sheets.set("2024-06-05", 1, "10400");
    sheets.set("2024-07-03", 2, "155");
    assert_eq!(
        sheets.open(),
        [
            "gap jgb10y 2024-03-12 2024-03-13: 2 days of the calendar Japan without a value",
            "holiday jgb10y 2024-04-29 2024-04-29: a value on a day without one: Showa Day",
            "outlier btc 2024-06-05 2024-06-05: a change of +909.7 %, 116 times the median around it, undone by the next",
            "outlier btc 2024-06-06 2024-06-06: a change of -90.4 %, 117 times the median around it",
            "outlier usdjpy 2024-07-03 2024-07-03: a change of +3.3 %, 16 times the median around it, undone by the next",
            "apart usdjpy 2024-07-03 2024-07-03: 3.20 % apart from usdjpy_fed",
        ]
    );
}

#[test]
fn a_series_that_ends_early_is_stale() {
    let mut sheets = Sheets::new("stale");
    for (day, cells) in &mut sheets.rows {
        if *day > Day::parse("2025-01-20").unwrap() {
            cells[0].clear();
        }
    }
    assert_eq!(sheets.open(), ["stale jgb10y 2025-01-20 2025-01-20: 13 values of the calendar Japan behind 2025-02-06"]);
}

#[test]
fn what_was_looked_at_is_not_said_again_and_a_review_that_finds_nothing_is() {
    let mut sheets = Sheets::new("reviewed");
    sheets.set("2024-03-12", 0, "");
    sheets.reviewed = "gap,jgb*,2024-03-01,2024-03-31,A strike\n".to_owned();
    assert!(sheets.report().is_clean());
    // Of another check, of another series, of other days: none of these covers it.
    for other in ["holiday,jgb*,2024-03-01,2024-03-31,x\n", "gap,ust*,2024-03-01,2024-03-31,x\n", "gap,jgb*,2024-03-13,,x\n"] {
        sheets.reviewed = other.to_owned();
        assert_eq!(sheets.open().len(), 1, "{other}");
        assert!(sheets.report().to_string().contains("line 2: finds nothing any more"), "{other}");
    }
    sheets.set("2024-03-12", 0, "1");
    sheets.reviewed = "gap,jgb*,2024-03-01,2024-03-31,A strike\n".to_owned();
    assert!(!sheets.report().is_clean());
    assert!(sheets.report().to_string().contains("reviewed.csv, line 2: finds nothing any more, take it out: A strike"));
}

/// The figures of the repository: every finding is on the list, with its reason.
#[test]
fn the_figures_held_are_as_they_were_looked_at() {
    let report = check(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../data")).unwrap();
    assert!(report.is_clean(), "{report}");
}
