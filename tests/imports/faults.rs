//! Each fault and the sentence that tells it.

use super::{break_off, import, rows};
use yenlens::ErrorKind;
use yenlens::series::{Kind, Unit};

#[track_caller]
fn assert_refused(text: impl AsRef<[u8]>, sentence: &str) {
    match import(&text) {
        Ok(_) => panic!("{} was accepted", String::from_utf8_lossy(text.as_ref())),
        Err(error) => assert_eq!(error.message(), sentence, "{}", String::from_utf8_lossy(text.as_ref())),
    }
}

#[test]
fn a_fault_of_a_csv_is_told_with_its_place() {
    for (text, sentence) in [
        ("", "line 1, column 1: expected a first row with the column \"date\", got an empty file"),
        ("\n\n", "line 3, column 1: expected a first row with the column \"date\", got an empty file"),
        ("day,btc\n", "line 1, column 1: expected the first column to be named \"date\", got \"day\""),
        ("sep=;\ndate;btc\n", "line 1, column 1: expected the first column to be named \"date\", got \"sep=\""),
        ("date\n2024-01-04\n", "line 1, column 1: expected a column with a series behind the column \"date\", got none"),
        ("date,,btc\n", "line 1, column 6: expected the name of a series, got \"\""),
        ("date,btc,BTC\n", "line 1, column 10: the series btc comes twice, expected it once"),
        ("date,btc\n", "expected at least one series with a value, got none"),
        ("date,btc\n2024-01-04,\n", "expected at least one series with a value, got none"),
        ("date,btc\n04.01.2024,1\n", "line 2, column 1: expected a date such as 2024-01-31, got \"04.01.2024\""),
        ("date,btc\n2024-02-30,1\n", "line 2, column 1: expected a date such as 2024-01-31, got \"2024-02-30\""),
        ("date,btc\n2024-01-04,1\n2024-01-04,2\n", "line 3, column 1: the date 2024-01-04 comes twice, expected it once"),
        (
            "date,btc\n2024-01-04T00:00,1\n2024-01-04T12:00,2\n",
            "line 3, column 1: the date 2024-01-04 comes twice, expected it once",
        ),
        (
            "date,btc\r\n2024-01-05,1\r\n2024-01-04,2\r\n",
            "line 3, column 1: the date 2024-01-04 comes after 2024-01-05, expected the days in order",
        ),
        ("date,btc\n2024-01-04,x\n", "line 2, column 12: expected a number or an empty cell, got \"x\""),
        ("date,btc\n2024-01-04,$5\n", "line 2, column 12: expected a number or an empty cell, got \"$5\""),
        ("date,btc\n2024-01-04,1e999\n", "line 2, column 12: expected a number or an empty cell, got \"1e999\""),
        ("date,円,btc\n2024-01-04,1,x\n", "line 2, column 14: expected a number or an empty cell, got \"x\""),
        ("date,btc\n2024-01-04,1,2\n", "line 2, column 14: expected 2 cells as in the first row, got more"),
        ("date,btc,eth\n2024-01-04,1\n", "line 2, column 12: expected 3 cells as in the first row, got 2"),
        ("date,btc\n2024-01-04,1\nTotal\n", "line 3, column 1: expected a date such as 2024-01-31, got \"Total\""),
        (
            "date,btc\n2024-01-04,\"1,234\"\n",
            "line 2, column 12: expected a number without marks between its thousands, got \"1,234\"",
        ),
        (
            "date;btc\n2024-01-04;1.234,5\n",
            "line 2, column 12: expected a number without marks between its thousands, got \"1.234,5\"",
        ),
        (
            "date;btc\n2024-01-04;1,5\n2024-01-05;1.5\n",
            "line 3, column 12: expected a decimal comma as in the cells before, got \"1.5\"",
        ),
        (
            "date\tbtc\n2024-01-04\t1.5\n2024-01-05\t1,5\n",
            "line 3, column 12: expected a decimal point as in the cells before, got \"1,5\"",
        ),
        (
            "date,btc\n2024-01-04,\"1\n2024-01-05,2\n",
            "line 2, column 12: expected a cell in quotation marks from its first to its last character, with those inside doubled, got one where they do not match",
        ),
        (
            "date,btc\n2024-01-04,1\"5\n",
            "line 2, column 12: expected a cell in quotation marks from its first to its last character, with those inside doubled, got one where they do not match",
        ),
        (
            "date,\"a\"b\"c\"\n",
            "line 1, column 6: expected a cell in quotation marks from its first to its last character, with those inside doubled, got one where they do not match",
        ),
        (
            "date,btc\n2024-01-04,5\n2024-01-05,0\n",
            "line 3, column 12: btc: a value of the kind price is above zero, got 0; a series of yields or differences says so by its kind or unit",
        ),
    ] {
        assert_refused(text, sentence);
    }
    assert_refused(b"date,btc\n2024-01-04,\xff\n", "line 2, column 12: expected text in UTF-8, got other bytes");
}

#[test]
fn a_fault_of_a_json_is_told_with_its_place() {
    let one = |series: &str| format!("{{\"schema\": 1, \"dates\": [\"2024-01-04\"],\n\"series\": {{\"btc\": {series}}}}}");
    for (text, sentence) in [
        ("[1]".to_owned(), "line 1, column 1: expected {, got ["),
        ("{}".to_owned(), "line 1, column 3: expected \"schema\" in the file, got none"),
        ("{\"schema\": 2}".to_owned(), "line 1, column 12: expected the number 1, got 2"),
        ("{\"shema\": 1}".to_owned(), "line 1, column 2: expected one of schema, asOf, dates, series, events, got \"shema\""),
        ("{\"schema\": 1,\n \"schema\": 1}".to_owned(), "line 2, column 2: \"schema\" comes twice, expected it once"),
        ("{\"dates\": [\"4.1.24\"]}".to_owned(), "line 1, column 12: expected a date such as \"2024-01-31\", got \"4.1.24\""),
        (
            "{\"dates\": [\"2024-01-04\",\n\"2024-01-04\"]}".to_owned(),
            "line 2, column 1: the date 2024-01-04 comes twice, expected it once",
        ),
        (
            "{\"dates\": [\"2024-01-04\",\n  \"2023-01-04\"]}".to_owned(),
            "line 2, column 3: the date 2023-01-04 comes after 2024-01-04, expected the days in order",
        ),
        ("{\"dates\": [20240104]}".to_owned(), "line 1, column 12: expected a date such as \"2024-01-31\" or ], got 20240104"),
        (one("{\"values\": [\"1\"]}"), "line 2, column 31: expected a number, null or ], got \"1\""),
        (one("{\"values\": [1, 2]}"), "line 2, column 34: expected 1 values as there are dates, got more"),
        (one("{\"values\": []}"), "line 2, column 31: expected 1 values as there are dates, got 0"),
        (one("{\"values\": [1e999]}"), "line 2, column 31: expected a smaller number, got 1e999"),
        (one("{\"label\": \"x\"}"), "line 2, column 32: expected values in the series, got none"),
        (one("[1]"), "line 2, column 19: expected {, got ["),
        (
            one("{\"kind\": \"pig\"}"),
            "line 2, column 28: expected one of price, yield, fx, volatility, index, holdings, positions, got \"pig\"",
        ),
        (
            one("{\"closesAtUtc\": \"25:00\"}"),
            "line 2, column 35: expected a time such as \"06:00\" up to \"24:00\", got \"25:00\"",
        ),
        (
            one("{\"lable\": \"x\"}"),
            "line 2, column 20: expected one of label, unit, kind, closesAtUtc, source, sourceUrl, license, values, got \"lable\"",
        ),
        (
            one("{\"values\": [-1]}"),
            "line 2, column 31: btc: a value of the kind price is above zero, got -1; a series of yields or differences says so by its kind or unit",
        ),
        (
            "{\"schema\": 1, \"series\": {\"btc\": {\"values\": [1, 2]}}, \"dates\": [\"2024-01-04\"]}".to_owned(),
            "line 1, column 26: btc: expected 1 values as there are dates, got 2",
        ),
        ("{\"events\": [{\"title\": \"x\"}]}".to_owned(), "line 1, column 26: expected a date in the event, got none"),
        (
            "{\"events\": [{\"kind\": \"x\"}]}".to_owned(),
            "line 1, column 22: expected one of boj, fed, intervention, auction, tariffs, record, market, politics, got \"x\"",
        ),
    ] {
        assert_refused(text, sentence);
    }
}

#[test]
fn syntax_that_is_no_json_is_told_with_its_place() {
    for (text, place) in [
        ("{\"schema\": 1", "line 1, column 13: this is no JSON: "),
        ("{\"schema\": 1,}", "line 1, column 14: this is no JSON: "),
        ("{\"schema\": 1}\n{}", "line 2, column 1: this is no JSON: "),
        ("{\n \"円\u{1}\": 1}", "line 2, column 4: this is no JSON: "),
        ("{\"dates\": [\"2024-01-04\" \"2024-01-05\"]}", "line 1, column 25: this is no JSON: "),
        ("{\"schema\": NaN}", "line 1, column 12: this is no JSON: "),
        ("{'schema': 1}", "line 1, column 2: this is no JSON: "),
    ] {
        let error = import(text).unwrap_err();
        assert!(error.message().starts_with(place), "{text}: {error}");
        assert!(error.message().len() < 160 && !error.message().contains('\n'), "{error}");
    }
    let deep = format!("{{\"dates\": {}", "[".repeat(10_000));
    assert!(import(deep).unwrap_err().message().contains("line 1, column 12"));
}

#[test]
fn what_is_neither_is_named() {
    assert_refused("<!doctype html><title>404</title>", "line 1, column 1: expected JSON or CSV, got a page of HTML or XML");
    assert_refused(b"\xff\xfed\0a\0", "line 1, column 1: expected JSON or CSV, got a text in UTF-16; save it as UTF-8");
    assert_refused(
        b"PK\x03\x04....",
        "line 1, column 1: expected JSON or CSV, got a spreadsheet or another archive; save it as CSV",
    );
    assert_refused(b"\x1f\x8b\x08....", "line 1, column 1: expected JSON or CSV, got a compressed file");
}

#[test]
fn ways_to_write_the_same_table_are_all_read() {
    let expected = vec![
        ("btc".to_owned(), "2024-01-04".to_owned(), 1234.5),
        ("btc".to_owned(), "2024-01-05".to_owned(), 1300.0),
        ("jgb10y".to_owned(), "2024-01-05".to_owned(), -0.25),
    ];
    for text in [
        "date,btc,jgb10y\n2024-01-04,1234.5,\n2024-01-05,1300,-0.25\n",
        "date,btc,jgb10y\r\n2024-01-04,1234.5,\r\n2024-01-05,1300,-0.25",
        "\u{feff}Date, BTC , JGB10Y\r2024-01-04,1234.50,NA\r2024-01-05,+1300,-2.5e-1\r",
        "\n\n\"date\",\"btc\",\"jgb10y\"\n\n\"2024-01-04\",\"1234.5\",\"\"\n2024-01-05,1300,-.25\n\n\n",
        "date;btc;jgb10y\n2024-01-04;1234,5;\n2024-01-05;1300;-0,25\n",
        "date;btc;jgb10y\n2024-01-04;1234.5;\n2024-01-05;1300;-0.25\n",
        "date\tbtc\tjgb10y\n2024-01-04T00:00:00Z\t1234.5\tNaN\n2024-01-05 15:00:00+09:00\t1300\t-0.25\n",
        "date,btc (usd),jgb10y [pct]\n2024-01-04,1234.5,.\n2024-01-05,1300,-0.25\n",
        "{\"schema\":1,\"dates\":[\"2024-01-04\",\"2024-01-05\"],\"series\":{\"btc\":{\"values\":[1234.5,1300]},\"jgb10y\":{\"values\":[null,-0.25]}}}",
        "\u{feff}{\"series\":{\"BTC\":{\"values\":[1.2345e3,1300.0]},\r\n\"jgb10y\":{\"values\":[null,-0.25]}},\"dates\":[\"2024-01-04\",\"2024-01-05T00:00:00\"],\"schema\":1}\n",
    ] {
        let import = import(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(rows(&import), expected, "{text}");
        assert!(import.is_whole);
        assert_eq!((import.asset(), import.driver()), (Some("btc"), Some("jgb10y")));
    }
}

#[test]
fn what_a_json_says_of_a_series_is_kept() {
    let import = import(
        "{\"schema\": 1, \"asOf\": \"2024-02-01\", \"dates\": [\"2024-01-04\"], \"series\": {\"Mein Kurs\": {\"label\": \"Kurs\", \
         \"unit\": \"pct\", \"kind\": \"yield\", \"closesAtUtc\": \"06:00\", \"source\": \"Amt\", \"sourceUrl\": \"https://amt.example/\", \
         \"license\": \"frei\", \"values\": [1]}}, \"events\": [{\"date\": \"2024-03-01\", \"title\": \"B\"}, {\"date\": \
         \"2024-01-05\", \"title\": \"A\", \"kind\": \"boj\", \"source\": \"me\", \"basis\": \"computed\"}]}",
    )
    .unwrap();
    let (meta, _) = &import.series[0];
    let words = [&meta.id, &meta.label, &meta.closes_at_utc, &meta.source, &meta.source_url, &meta.license];
    assert_eq!(words, ["mein-kurs", "Kurs", "06:00", "Amt", "https://amt.example/", "frei"]);
    assert_eq!((meta.unit, meta.kind, meta.last.to_string().as_str()), (Unit::Pct, Kind::Yield, "2024-01-04"));
    assert_eq!(import.as_of.map(|day| day.to_string()).as_deref(), Some("2024-02-01"));
    let titles: Vec<&str> = import.events.iter().map(|event| event.title.as_str()).collect();
    assert_eq!(titles, ["A", "B"], "by day, whatever the order of the file");
}

#[test]
fn roles_go_by_kind_and_the_dollar_in_yen_stands_for_the_yen() {
    let roles = |text: &str| {
        let import = import(text).unwrap();
        (import.asset().map(str::to_owned), import.driver().map(str::to_owned))
    };
    assert_eq!(roles("date,usdjpy,coin\n2024-01-04,140,2\n"), (Some("coin".into()), Some("yen".into())));
    assert_eq!(roles("date,coin\n2024-01-04,2\n"), (Some("coin".into()), None));
    assert_eq!(roles("date,my spread,vix\n2024-01-04,-2,20\n"), (None, Some("my-spread".into())));
}

#[test]
fn of_a_csv_that_broke_off_the_whole_rows_stay() {
    let text = "date,btc,eth\n2024-01-04,1,2\n2024-01-05,3,4\n2024-01-06,5,6";
    let import = break_off(text.as_bytes()).unwrap();
    assert!(!import.is_whole);
    assert!(import.series.iter().all(|(meta, series)| series.len() == 2 && meta.last.to_string() == "2024-01-05"));
    assert!(break_off(b"date,btc\n2024-01-04,1").is_err());
}

#[test]
fn of_a_json_that_broke_off_the_whole_series_stay() {
    let text =
        "{\"schema\":1,\"dates\":[\"2024-01-04\",\"2024-01-05\"],\"series\":{\"btc\":{\"values\":[1,2]},\"eth\":{\"values\":[3,";
    let import = break_off(text.as_bytes()).unwrap();
    assert_eq!(import.series.iter().map(|(meta, _)| meta.id.as_str()).collect::<Vec<_>>(), ["btc"]);
    assert!(!import.is_whole);
    assert!(break_off(b"{\"schema\":1,\"dates\":[\"2024-01-04\"").is_err());
    assert_eq!(break_off(b"").unwrap_err().kind(), ErrorKind::TruncatedData);
}
