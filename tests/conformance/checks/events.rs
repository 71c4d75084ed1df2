use yenlens::stats::event_study::{event_study, placebo_rank};
use yenlens::stats::odds::{conditional, forbes_rigobon, wilson};

use crate::table::{FIGURE, Table, column, int, list, num, nums};

#[test]
fn event_studies_are_those_of_statsmodels() {
    let table = Table::load("events");
    for row in table.rows("study") {
        let row = list(row);
        let at: Vec<usize> = row[3..7].iter().map(int).collect();
        let (r, m) = (column(&row[0], &row[1]), column(&row[0], &row[2]));
        let got = event_study(&r, &m, at[0]..at[1], at[2]..at[3]).unwrap();
        table.close("alpha", got.alpha, num(&row[7]), FIGURE);
        table.close("beta", got.beta, num(&row[8]), FIGURE);
        table.close("sigma", got.sigma, num(&row[9]), FIGURE);
        for (g, e) in got.abnormal.iter().zip(nums(&row[10])) {
            table.close_to_size("abnormal", *g, e, FIGURE * num(&row[9]));
        }
        table.close("cumulative", got.cumulative, num(&row[11]), FIGURE);
        table.close("t", got.t_statistic, num(&row[12]), FIGURE);
    }
}

#[test]
fn placebo_ranks_are_those_of_brute_force() {
    let table = Table::load("events");
    for row in table.rows("placebo") {
        let row = list(row);
        let exclude: Vec<usize> = list(&row[4]).iter().map(int).collect();
        let got = placebo_rank(&column(&row[0], &row[1]), int(&row[2]), int(&row[3]), &exclude).unwrap();
        assert_eq!((got.rank, got.windows), (int(&row[5]), int(&row[6])));
        table.close("cumulative", got.cumulative, num(&row[7]), FIGURE);
    }
}

#[test]
fn odds_and_their_intervals_are_those_of_statsmodels() {
    let table = Table::load("events");
    for row in table.rows("wilson") {
        let row = nums(row);
        let (low, high) = wilson(row[0] as usize, row[1] as usize, row[2]).unwrap();
        table.close_to_size("low", low, row[3], 1e-12);
        table.close_to_size("high", high, row[4], 1e-12);
    }
    for row in table.rows("conditional") {
        let row = list(row);
        let got = conditional(&column(&row[0], &row[1]), &column(&row[0], &row[2]), num(&row[3]), 0.95).unwrap();
        table.close("threshold", got.threshold, num(&row[4]), FIGURE);
        assert_eq!((got.days, got.falls), (int(&row[5]), int(&row[6])));
        table.close("low", got.low, num(&row[7]), FIGURE);
        table.close("high", got.high, num(&row[8]), FIGURE);
        table.close("unconditional", got.unconditional, num(&row[9]), FIGURE);
    }
    for row in table.rows("forbes_rigobon") {
        let row = nums(row);
        table.close("forbes-rigobon", forbes_rigobon(row[0], row[1]).unwrap(), row[2], FIGURE);
    }
}
