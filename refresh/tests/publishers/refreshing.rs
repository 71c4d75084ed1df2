//! A refresh from beginning to end, with files as the publishers would send them: what is new is added, what is in doubt leaves the
//! figures as they were, and nothing is ever half written.

use std::fs;

use crate::made::{Folder, World, day};
use yenlens::series::snapshot;
use yenlens_refresh::check::{Held, check};
use yenlens_refresh::pack::sheet::Outcome;
use yenlens_refresh::publishers::Request;
use yenlens_refresh::refresh::{Changes, Files, Options, run};

/// The files of a world, some of them changed.
struct Sent(Vec<(Request, Vec<u8>)>);

impl Files for Sent {
    fn get(&mut self, request: &Request) -> Outcome<Option<Vec<u8>>> {
        Ok(self.0.iter().find(|(known, _)| known == request).map(|(_, bytes)| bytes.clone()))
    }
}

fn world() -> World {
    World::until(day("2026-11-24"))
}

fn options(folder: &Folder, only: &str) -> Options {
    let only = only.split(',').filter(|name| !name.is_empty()).map(str::to_owned).collect();
    Options { data: folder.data(), snapshot: Some(folder.0.join("snapshot")), only, today: day("2026-11-24"), is_dry: false }
}

fn refresh(folder: &Folder, only: &str, world: &World) -> Changes {
    run(&options(folder, only), &mut Sent(world.files())).unwrap()
}

/// The refresh of one source with one of its files replaced.
fn with(folder: &Folder, only: &str, file: &str, bytes: Vec<u8>) -> Changes {
    let mut files = world().files();
    let place = files.iter_mut().find(|(request, _)| request.file == file).unwrap();
    place.1 = bytes;
    run(&options(folder, only), &mut Sent(files)).unwrap()
}

#[test]
fn what_the_publishers_have_added_is_added_and_passes_the_check() {
    let folder = Folder::with_data("all");
    let before = Held::read(&folder.data()).unwrap();
    let changes = refresh(&folder, "", &world());
    assert_eq!(changes.doubts, [], "{changes}");
    assert!(changes.is_written && changes.absent.is_empty() && changes.same.is_empty(), "{changes}");
    assert_eq!(changes.revised, []);
    let after = Held::read(&folder.data()).unwrap();
    let world = world();
    let mut grown = 0;
    for (meta, series) in &before.series {
        let new = after.get(&meta.id).unwrap();
        let common = new.days().iter().take(series.len()).eq(series.days()) && new.values().starts_with(series.values());
        // One day that was missing is found now.
        assert!(common || meta.id == "usdjpy_fed", "{}: what is held stays as it is", meta.id);
        for (day, value) in new.days().iter().zip(new.values()) {
            assert!((world.series[&meta.id][day] - value).abs() < 1e-9, "{} {day}", meta.id);
        }
        grown += usize::from(new.len() > series.len());
    }
    // All but policy rates, the vintages of the dollar index, flows, and what earlier releases had.
    assert_eq!((grown, before.series.len()), (40, 50));
    let report = check(&folder.data()).unwrap();
    assert_eq!(report.open, [], "{report}");
    assert!(report.is_clean());
    // The snapshot is that of the new sheets.
    let core = snapshot::decode(&fs::read(folder.0.join("snapshot/core.bin")).unwrap()).unwrap();
    assert_eq!(core.as_of, day("2026-11-23"));
    let btc = &core.series.iter().find(|(id, _)| id == "btc").unwrap().1;
    assert_eq!(btc.values(), after.get("btc").unwrap().values());
    // And a second time there is nothing to do.
    let again = run(&options(&folder, ""), &mut Sent(world.files())).unwrap();
    assert!(!again.is_written && again.added.is_empty() && again.doubts.len() <= 13, "{again}");
}

#[test]
fn rows_that_have_not_changed_are_the_same_bytes() {
    let folder = Folder::with_data("bytes");
    let before = folder.read("jgb.csv");
    refresh(&folder, "mof", &world());
    let after = folder.read("jgb.csv");
    assert!(after.starts_with(&before) && after.len() > before.len());
    assert_eq!(folder.read("ust.csv"), fs::read_to_string(crate::made::data().join("ust.csv")).unwrap());
}

#[test]
fn a_dry_run_says_what_it_would_do_and_does_nothing() {
    let folder = Folder::with_data("dry");
    let mut options = options(&folder, "mof");
    options.is_dry = true;
    let changes = run(&options, &mut Sent(world().files())).unwrap();
    assert_eq!(changes.added.len(), 6);
    assert!(changes.to_string().ends_with("Nothing written.\n"));
    assert_eq!(folder.read("jgb.csv"), fs::read_to_string(crate::made::data().join("jgb.csv")).unwrap());
    assert_eq!(fs::read_dir(&folder.0).unwrap().count(), 1, "nothing is left beside it");
}

#[test]
fn a_small_change_of_a_past_value_is_a_revision_and_is_kept_in_the_log() {
    let folder = Folder::with_data("revised");
    let mut world = world();
    world.set("tic_japan", "2026-01-31", 1229.9);
    world.set("ust10y", "2026-09-30", 5.26);
    let changes = refresh(&folder, "tic,treasury", &world);
    assert_eq!(changes.doubts, [], "{changes}");
    let told: Vec<String> = changes.revised.iter().map(|r| format!("{} {} {} {}", r.id, r.day, r.before, r.after)).collect();
    let held = Held::read(&crate::made::data()).unwrap().get("ust10y").unwrap().on(day("2026-09-30")).unwrap();
    assert_eq!(told, [format!("ust10y 2026-09-30 {held} 5.26"), "tic_japan 2026-01-31 1225.3 1229.9".to_owned()]);
    assert!(changes.to_string().contains("revised  tic_japan, 2026-01-31: 1229.9 where 1225.3 was held"));
    let log = format!(
        "seen,id,date,before,after\n2026-11-24,ust10y,2026-09-30,{held},5.26\n2026-11-24,tic_japan,2026-01-31,1225.3,1229.9\n"
    );
    assert_eq!(folder.read("revisions.csv"), log);
    assert_eq!(Held::read(&folder.data()).unwrap().get("tic_japan").unwrap().on(day("2026-01-31")), Some(1229.9));
}

#[test]
fn doubt_about_one_source_does_not_keep_the_others_back() {
    let folder = Folder::with_data("one");
    let changes = with(&folder, "mof,treasury", "jgbcm.csv", b"<!DOCTYPE html><title>503</title>".to_vec());
    assert_eq!(changes.doubts.len(), 1);
    assert_eq!((changes.doubts[0].source, changes.doubts[0].reason.as_str()), ("mof", "jgbcm.csv: a page of HTML in its place"));
    assert_eq!(changes.added.len(), 3);
    assert_eq!(folder.read("jgb.csv"), fs::read_to_string(crate::made::data().join("jgb.csv")).unwrap());
    assert!(changes.is_written);
}

#[test]
fn a_source_whose_file_is_not_at_hand_is_named() {
    let folder = Folder::with_data("absent");
    let mut files = world().files();
    files.retain(|(request, _)| request.file != "slt_table5.txt");
    let changes = run(&options(&folder, "tic,mof"), &mut Sent(files)).unwrap();
    assert_eq!((changes.absent, changes.added.len()), (vec!["tic"], 6));
}

/// Changes of the figures that each leave their source out, and the sentence.
#[test]
fn figures_in_doubt_leave_the_series_as_it_was() {
    type Change = fn(&mut World);
    let cases: [(&str, &str, Change, &str); 12] = [
        ("a jump", "treasury", |w| w.set("ust10y", "2026-11-23", 6.9), "ust10y: a jump from"),
        ("a revision that is none", "treasury", |w| w.set("ust10y", "2026-09-30", 3.26), "ust10y: 3.26 on 2026-09-30 where"),
        (
            "many revisions",
            "h10",
            |w| w.series.get_mut("usdjpy_fed").unwrap().values_mut().for_each(|v| *v *= 1.001),
            "usdjpy_fed: 82 values differ",
        ),
        (
            "fractions in place of percent",
            "mof",
            |w| w.series.get_mut("jgb10y").unwrap().values_mut().for_each(|v| *v /= 100.0),
            "jgb10y: the values are 0.0100 times those held, so the unit has changed",
        ),
        (
            "millions in place of billions",
            "tic",
            |w| w.series.get_mut("tic_japan").unwrap().values_mut().for_each(|v| *v *= 0.001),
            "tic_japan: the values are 0.0010 times those held, so the unit has changed",
        ),
        ("a negative price", "btc", |w| w.set("btc", "2026-11-20", -5.0), "btc"),
        ("a price of zero", "sol", |w| w.set("sol", "2026-11-20", 0.0), "a close of 0"),
        (
            "a holiday",
            "treasury",
            |w| w.set("ust10y", "2026-11-11", 5.2),
            "ust10y, 2026-11-11: a value on a day without one: Veterans Day",
        ),
        (
            "days left out",
            "mof",
            |w| {
                for d in ["2026-10-20", "2026-10-21"] {
                    for (id, s) in &mut w.series {
                        if id.starts_with("jgb") {
                            s.remove(&day(d));
                        }
                    }
                }
            },
            "2 days of the calendar Japan without a value",
        ),
        (
            "a value withdrawn",
            "treasury",
            |w| {
                w.series.get_mut("ust2y").unwrap().remove(&day("2026-09-15"));
            },
            "ust2y: the value of 2026-09-15 is held and no longer in the file",
        ),
        ("the euro alone", "ecb", |w| w.set("eurgbp", "2026-11-20", 9.1), "eurgbp: a jump from"),
        (
            "New York against Frankfurt",
            "h10,ecb",
            |w| {
                for d in ["2026-11-18", "2026-11-19", "2026-11-20"] {
                    let v = w.series["usdjpy_fed"][&day(d)];
                    w.set("usdjpy_fed", d, v * 1.05);
                }
            },
            "apart from usdjpy_fed",
        ),
    ];
    for (what, only, change, sentence) in cases {
        let folder = Folder::with_data("doubt");
        let mut world = world();
        change(&mut world);
        let changes = refresh(&folder, only, &world);
        let reasons: Vec<&str> = changes.doubts.iter().map(|doubt| doubt.reason.as_str()).collect();
        assert!(reasons.iter().any(|reason| reason.contains(sentence)), "{what}: {changes}");
        if !only.contains(',') {
            assert!(!changes.is_written, "{what}: {changes}");
        }
    }
}

#[test]
fn a_jump_that_somebody_has_looked_at_is_believed() {
    let folder = Folder::with_data("believed");
    let path = folder.data().join("reviewed.csv");
    let list = fs::read_to_string(&path).unwrap() + "outlier,ust10y,2026-11-23,2026-11-23,A test\n";
    fs::write(&path, list).unwrap();
    let mut world = world();
    world.set("ust10y", "2026-11-23", 6.9);
    let changes = refresh(&folder, "treasury", &world);
    assert_eq!(changes.doubts, []);
    assert!(changes.is_written);
}

#[test]
fn another_exchange_has_to_agree() {
    let folder = Folder::with_data("witness");
    let mut other = world();
    for value in other.series.get_mut("btc").unwrap().values_mut() {
        *value *= 1.05;
    }
    let mut files = world().files();
    for ((request, bytes), (_, others)) in files.iter_mut().zip(other.files()) {
        if request.file.starts_with("coinbase-btc") {
            *bytes = others;
        }
    }
    let changes = run(&options(&folder, "btc"), &mut Sent(files)).unwrap();
    assert!(changes.doubts[0].reason.contains("where Coinbase Exchange has"), "{changes}");
}

#[test]
fn a_run_that_was_broken_off_between_two_renames_is_mended() {
    let folder = Folder::with_data("mended");
    fs::rename(folder.data(), folder.0.join(".data-retired")).unwrap();
    let changes = refresh(&folder, "mof", &world());
    assert!(changes.is_written);
    assert!(!folder.0.join(".data-retired").exists());
}

#[test]
fn a_snapshot_that_cannot_be_written_leaves_the_sheets_as_they_were() {
    let folder = Folder::with_data("both");
    fs::write(folder.0.join("file"), "").unwrap();
    let mut options = options(&folder, "mof");
    options.snapshot = Some(folder.0.join("file/snapshot"));
    assert!(run(&options, &mut Sent(world().files())).is_err());
    assert_eq!(folder.read("jgb.csv"), fs::read_to_string(crate::made::data().join("jgb.csv")).unwrap());
}
