use yenlens::stats::overlays::{bollinger, ema, macd, rsi, sma};

use crate::table::{FIGURE, Table, column, list, nums};

#[test]
fn overlays_are_those_of_ta_lib() {
    let table = Table::load("overlays");
    for row in table.rows("rows") {
        let row = list(row);
        let moves = column(&row[0], &row[1]);
        let walked = moves.iter().scan(0.0, |sum, v| {
            *sum += v.clamp(-0.2, 0.2);
            Some(100.0 * f64::exp(*sum))
        });
        let price: Vec<f64> = walked.collect();
        let (bands, m) = (bollinger(&price, 20, 2.5).unwrap(), macd(&price, 12, 26, 9).unwrap());
        for (name, got) in [
            ("sma", sma(&price, 20).unwrap()),
            ("ema", ema(&price, 20).unwrap()),
            ("rsi", rsi(&price, 14).unwrap()),
            ("upper", bands.upper),
            ("middle", bands.middle),
            ("lower", bands.lower),
            ("macd", m.macd),
            ("signal", m.signal),
            ("histogram", m.histogram),
        ] {
            for (at, expected) in nums(&row[2]).iter().zip(nums(&row[3][name])) {
                // The MACD is a difference of prices near 100 and carries their rounding.
                let size = if ["macd", "signal", "histogram"].contains(&name) { 1.0 } else { expected.abs() };
                table.close_to_size(&format!("{name} at {at}"), got[*at as usize], expected, FIGURE * size);
            }
        }
    }
}
