//! The forms of the publishers' files: read as they are documented, and refused whole when they are anything else.

use crate::any_file::any_file;
use crate::made::{World, day, zipped};
use yenlens_refresh::publishers::{Answer, Column, Source, sources};

fn source(name: &str) -> Source {
    sources().into_iter().find(|source| source.name == name).unwrap()
}

fn read(name: &str, files: &[(&str, Vec<u8>)]) -> Result<Vec<Column>, String> {
    let answers: Vec<Answer> =
        files.iter().map(|(file, bytes)| Answer { file: (*file).to_owned(), bytes: bytes.clone() }).collect();
    (source(name).read)(&answers, day("2026-11-24"))
}

fn values(name: &str, files: &[(&str, Vec<u8>)], id: &str) -> Vec<(String, f64)> {
    let columns = read(name, files).unwrap();
    let column = columns.into_iter().find(|column| column.id == id).unwrap();
    column.values.into_iter().map(|(day, value)| (day.to_string(), value)).collect()
}

fn sjis(text: &str) -> Vec<u8> {
    encoding_rs::SHIFT_JIS.encode(text).0.into_owned()
}

const MOF: &str = "国債金利情報 (令和8年10月),,,,,,(単位 : %)\r\n基準日,1年,2年,5年,10年,20年,30年,40年\r\n\
    R8.10.7,1.2,1.951,2.437,3.111,3.943,4.148,4.17\r\nR8.10.8,1.2,1.936,2.414,3.089,3.916,4.136,-\r\n※注,,\r\n";
const FRED: &str = "observation_date,DGS2,DGS10,DGS30\n2026-10-01,4.11,5.27,5.61\n2026-10-02,.,,5.6\n2026-10-05,4.2,5.31,5.62\n";
const ECB: &str = "Date,USD,JPY,GBP,CHF,AUD,CAD,CNY,HKD,IDR,INR,KRW,MYR,SGD,THB,\n\
    2026-04-13,1.1684,186.75,0.87058,0.9242,1.661,1.6177,7.9827,9.1507,20082.05,109.047,1740.86,4.6444,1.4912,37.728,\n\
    2026-04-10,1.1711,186.43,0.87105,0.9241,1.6561,1.6187,7.9967,9.1729,20020.25,108.7795,1737.06,4.6434,1.4919,N/A,\n";
const H10: &str = "\"Series Description\",\"JAPAN\"\n\"Unit:\",\"Currency:_Per_USD\"\n\"Multiplier:\",\"1\"\n\"Currency:\",\"JPY\"\n\
    \"Unique Identifier: \",\"H10/H10/RXI_N.B.JA\"\n\"Time Period\",\"RXI_N.B.JA\"\n2026-09-23,158.9300\n2026-09-24,ND\n2026-09-25,157.1800\n";
const TIC: &str = "Table 5: Major Foreign Holders of Treasury Securities\r\nHoldings at End of Time Period\r\nBillions of dollars\r\n\
    Country\t2026-02\t2026-01\r\nJapan\t1,239.3\t1225.3\r\nChina, Mainland\t693.3\t694.4\r\nUnited Kingdom 2/\t897.3\t879.7\r\n\
    Grand Total\t9487.1\t9289.4\r\nOf Which: Foreign Official\t4035.7\t3954.8\r\nNotes:\r\n";
const CFTC: &str = "\"Market and Exchange Names\",\"As of Date in Form YYYY-MM-DD\",\"CFTC Contract Market Code\",\"Open Interest (All)\",\
    \"Noncommercial Positions-Long (All)\",\"Noncommercial Positions-Short (All)\"\n\
    \"JAPANESE YEN - CME\",2026-08-18,097741, 380811, 128932, 181825\n\"EURO FX - CME\",2026-08-18,099741,1,2,3\n\
    \"JAPANESE YEN - CME\",2026-08-11,097741, 391874, 134188, 176273\n";
const BITSTAMP: &str = "{\"data\":{\"pair\":\"BTC/USD\",\"ohlc\":[\
    {\"timestamp\":\"1789516800\",\"open\":\"100\",\"high\":\"111\",\"low\":\"99\",\"close\":\"110.5\",\"volume\":\"1\"},\
    {\"timestamp\":\"1789603200\",\"open\":\"110\",\"high\":\"121\",\"low\":\"109\",\"close\":\"120\",\"volume\":\"1\"},\
    {\"timestamp\":\"1795478400\",\"open\":\"110\",\"high\":\"121\",\"low\":\"109\",\"close\":\"119\",\"volume\":\"1\"}]}}";

/// Name of the source, of its file, the text, and how it becomes bytes.
type Form = (&'static str, &'static str, &'static str, fn(&str) -> Vec<u8>);

const FORMS: [Form; 7] = [
    ("mof", "jgbcm.csv", MOF, sjis),
    ("treasury", "fred-yields.csv", FRED, |text| text.as_bytes().to_vec()),
    ("ecb", "eurofxref-hist.zip", ECB, |text| zipped("eurofxref-hist.csv", text)),
    ("h10", "h10.csv", H10, |text| text.as_bytes().to_vec()),
    ("tic", "slt_table5.txt", TIC, |text| text.as_bytes().to_vec()),
    ("cftc", "deacot2026.zip", CFTC, |text| zipped("annual.txt", text)),
    ("btc", "bitstamp-btc.json", BITSTAMP, |text| text.as_bytes().to_vec()),
];

fn pairs(list: &[(&str, f64)]) -> Vec<(String, f64)> {
    list.iter().map(|(date, value)| ((*date).to_owned(), *value)).collect()
}

#[test]
fn every_form_is_read_as_documented() {
    let of = |name: &str, id: &str| {
        let (_, file, text, bytes) = FORMS.into_iter().find(|form| form.0 == name).unwrap();
        values(name, &[(file, bytes(text))], id)
    };
    assert_eq!(of("mof", "jgb10y"), pairs(&[("2026-10-07", 3.111), ("2026-10-08", 3.089)]));
    assert_eq!(of("mof", "jgb40y"), pairs(&[("2026-10-07", 4.17)]));
    assert_eq!(of("treasury", "ust2y"), pairs(&[("2026-10-01", 4.11), ("2026-10-05", 4.2)]));
    assert_eq!(of("treasury", "ust30y"), pairs(&[("2026-10-01", 5.61), ("2026-10-02", 5.6), ("2026-10-05", 5.62)]));
    assert_eq!(of("ecb", "usdjpy"), pairs(&[("2026-04-10", 159.19), ("2026-04-13", 159.83)]));
    assert_eq!(of("ecb", "eurthb"), pairs(&[("2026-04-13", 37.728)]));
    assert_eq!(of("h10", "usdjpy_fed"), pairs(&[("2026-09-23", 158.93), ("2026-09-25", 157.18)]));
    assert_eq!(of("tic", "tic_japan"), pairs(&[("2026-01-31", 1225.3), ("2026-02-28", 1239.3)]));
    assert_eq!(of("tic", "tic_uk"), pairs(&[("2026-01-31", 879.7), ("2026-02-28", 897.3)]));
    assert_eq!(of("cftc", "cot_short"), pairs(&[("2026-08-11", 176_273.0), ("2026-08-18", 181_825.0)]));
    assert_eq!(of("btc", "btc"), pairs(&[("2026-09-16", 110.5), ("2026-09-17", 120.0)]), "today is not over");
}

#[test]
fn what_is_not_in_the_form_is_refused_whole() {
    let faults: [(&str, &str, &str, &str); 37] = [
        ("mof", "(単位 : %)", "(単位 : bp)", "does not say that the unit is percent"),
        ("mof", "基準日", "日付", "there is no column 基準日"),
        ("mof", ",10年", ",十年", "there is no column 10年"),
        ("mof", "5年", "2年", "there are two columns 2年"),
        ("mof", "R8.10.8", "H8.10.8", "1996-10-08 comes twice or out of order"),
        ("mof", "R8.10.8", "H38.10.8", "\"H38.10.8\" is no day of an era"),
        ("mof", "R8.10.8", "2026/10/8", "is no day of an era"),
        ("mof", "R8.10.8", "R8.10.7", "2026-10-07 comes twice or out of order"),
        ("mof", "R8.10.8", "R8.10.6", "2026-10-06 comes twice or out of order"),
        ("mof", "3.089", "3,089", ""),
        ("mof", "3.089", "n.a.", "expected a number, got \"n.a.\""),
        ("treasury", "observation_date", "date", "there is no column observation_date"),
        ("treasury", "DGS10", "DGS20", "there is no column DGS10"),
        ("treasury", "2026-10-05", "10/05/2026", "expected a date as 2026-01-31"),
        ("treasury", "2026-10-05", "2026-10-02", "2026-10-02 comes twice"),
        ("treasury", "2026-10-05", "2026-09-30", "is out of order"),
        ("treasury", "5.31", "5.3.1", "expected a number"),
        ("treasury", ",5.31,5.62", "", "a row of 2 cells is too short"),
        ("ecb", "JPY", "JPX", "there is no column JPY"),
        ("ecb", "2026-04-13", "2026-04-09", "is out of order"),
        ("ecb", "2026-04-13", "2026-04-10", "comes twice"),
        ("ecb", "186.75", "-", "expected a number"),
        ("h10", "RXI_N.B.JA\"\n2026", "RXI_N.B.SF\"\n2026", "there is no column RXI_N.B.JA"),
        ("h10", "\"Multiplier:\",\"1\"", "\"Multiplier:\",\"100\"", "the unit has changed, Multiplier: 100 where 1 was"),
        ("h10", "\"JPY\"", "\"USD\"", "the unit has changed, Currency: USD where JPY was"),
        ("h10", "Time Period", "Period", "there is no row Time Period"),
        ("h10", "2026-09-25", "2026-09-23", "is out of order"),
        ("tic", "Billions", "Millions", "does not say that the unit is billions of dollars"),
        ("tic", "Country", "Land", "there is no row Country"),
        ("tic", "Japan", "Nippon", "expected one row Japan"),
        ("tic", "2026-01", "Jan", "expected a month as 2026-01"),
        ("tic", "2026-01", "2026-03", "is out of order"),
        ("cftc", "Noncommercial Positions-Long (All)", "Noncomm Long", "the header has changed"),
        ("cftc", "097741", "97741", ""),
        ("cftc", "2026-08-11", "2026-08-18", "2026-08-18 comes twice or out of order"),
        ("btc", "\"close\"", "\"last\"", "the fields have changed, there is no close"),
        ("btc", "BTC/USD", "BTC/EUR", "of another pair than btc in dollars"),
    ];
    for (name, from, to, sentence) in faults {
        let (_, file, text, bytes) = FORMS.into_iter().find(|form| form.0 == name).unwrap();
        assert!(text.contains(from), "{name}: {from}");
        // What is a fault of one row alone may be one of all; the file is refused either way.
        let got = read(name, &[(file, bytes(&text.replacen(from, to, 1)))]);
        match got {
            Err(error) => assert!(error.contains(sentence) && !error.contains('\n'), "{name}, {from} -> {to}: {error}"),
            Ok(columns) => {
                // A lost row is a day less, and a comma too many shifts the tenors: what is held finds those.
                let original = read(name, &[(file, bytes(text))]).unwrap();
                assert!(columns != original && ["3,089", "97741"].contains(&to), "{name}, {from} -> {to} was accepted");
            }
        }
    }
}

#[test]
fn broken_files_are_refused_in_every_form() {
    for (name, file, text, bytes) in FORMS {
        let whole = bytes(text);
        for (what, broken) in [
            ("nothing", vec![]),
            ("a page", b" <html><body>Too many requests</body></html>".to_vec()),
            ("half of it", whole[..whole.len() / 2].to_vec()),
            ("noise", (0..400_u32).map(|n| (n * 7919 % 251) as u8).collect()),
        ] {
            match read(name, &[(file, broken)]) {
                Err(error) => assert!(error.starts_with(file) || error.contains(':'), "{name}, {what}: {error}"),
                // Half a text may be whole rows; then it is a shorter file, which what is held finds.
                Ok(_) => assert!(what == "half of it" && !file.contains("zip"), "{name}, {what} was accepted"),
            }
        }
    }
}

#[test]
fn another_encoding_is_refused() {
    let error = read("mof", &[("jgbcm.csv", MOF.as_bytes().to_vec())]).unwrap_err();
    assert!(error.contains("Shift_JIS") || error.contains("基準日"), "{error}");
}

#[test]
fn a_zip_with_another_file_in_it_is_refused() {
    let error = read("ecb", &[("eurofxref-hist.zip", zipped("readme.md", ECB))]).unwrap_err();
    assert_eq!(error, "eurofxref-hist.zip: expected one file .csv in the archive, got 0");
}

#[test]
fn the_month_that_has_just_ended_may_be_in_both_files_if_they_agree() {
    let both = |current: &str| read("mof", &[("jgbcm_all.csv", sjis(MOF)), ("jgbcm.csv", sjis(current))]);
    assert_eq!(both(MOF), read("mof", &[("jgbcm.csv", sjis(MOF))]));
    let error = both(&MOF.replace("3.089", "3.088")).unwrap_err();
    assert_eq!(error, "jgb10y: 2026-10-08 comes twice");
}

#[test]
fn the_files_of_the_tests_are_in_the_forms_too() {
    let world = World::until(day("2026-11-24"));
    // A file for each of the publishers, one or two candles' pages for each coin, and the other exchange's.
    assert!(world.files().len() >= 18, "{}", world.files().len());
    for source in sources() {
        let last = day("2026-09-01");
        let answers: Vec<Answer> = (source.requests)(last, world.today)
            .into_iter()
            .map(|request| Answer { bytes: world.file(&request), file: request.file })
            .collect();
        let columns = (source.read)(&answers, world.today).unwrap();
        assert!(columns.iter().map(|column| column.id).eq(source.ids.iter().copied()), "{}", source.name);
    }
}

/// Bytes of good files changed, lost and doubled at random places.
#[test]
fn no_file_makes_a_reader_panic() {
    let names: Vec<&str> = sources().iter().map(|source| source.name).collect();
    let mut state = 88_172_645_463_325_252_u64;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below as u64) as usize
    };
    for (name, _, text, bytes) in FORMS {
        let source = names.iter().position(|known| *known == name).unwrap();
        // The archives are made around the text by the reader's test.
        let good = if name == "mof" { bytes(text) } else { text.as_bytes().to_vec() };
        for _ in 0..400 {
            let mut bad = good.clone();
            for _ in 0..=random(4) {
                let (at, piece) = (random(bad.len()), random(30));
                match random(3) {
                    0 => bad[at] = random(256) as u8,
                    1 => drop(bad.drain(at..(at + piece).min(bad.len()))),
                    _ => bad.extend_from_within(at..(at + piece).min(bad.len())),
                }
                if bad.is_empty() {
                    break;
                }
            }
            bad.insert(0, source as u8);
            any_file(&bad);
        }
    }
}
