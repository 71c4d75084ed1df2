//! Publishers' files as the tests write them: the figures held, carried on to a later day, in the documented form of each publisher.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};

use yenlens::series::Day;
use yenlens_refresh::calendar::Calendar;
use yenlens_refresh::check::Held;
use yenlens_refresh::publishers::{Request, sources};

pub fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// The sheets of the repository.
pub fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../data")
}

/// A folder that goes when the value does.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("yenlens-refresh-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// A copy of the sheets in a folder below.
    pub fn with_data(name: &str) -> Self {
        let folder = Self::new(name);
        let to = folder.0.join("data");
        fs::create_dir(&to).unwrap();
        for entry in fs::read_dir(data()).unwrap() {
            let entry = entry.unwrap();
            fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
        folder
    }

    pub fn data(&self) -> PathBuf {
        self.0.join("data")
    }

    pub fn read(&self, file: &str) -> String {
        fs::read_to_string(self.data().join(file)).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What the publishers would say.
pub struct World {
    pub series: BTreeMap<String, BTreeMap<Day, f64>>,
    pub today: Day,
}

fn rounded(value: f64, places: i32) -> f64 {
    let scale = 10_f64.powi(places);
    (value * scale).round() / scale
}

impl World {
    /// The figures held, carried on with small moves to the day before `today`.
    pub fn until(today: Day) -> Self {
        let held = Held::read(&data()).unwrap();
        let mut series = BTreeMap::new();
        for (meta, column) in &held.series {
            let mut values: BTreeMap<Day, f64> = column.days().iter().copied().zip(column.values().iter().copied()).collect();
            let (calendar, last) = (Calendar::of(&meta.id), meta.last);
            let (mut value, mut step) = (column.values()[column.len() - 1], 0);
            for day in (1..today.count() - last.count()).map(|n| last.plus(n)).filter(|day| calendar.is_open(*day)) {
                step += 1;
                value *= 1.0 + 0.003 * [1.0, -1.0, 0.5, -0.5][step % 4];
                let places = match meta.id.as_str() {
                    id if id.starts_with("cot") => 0,
                    id if id.starts_with("tic") => 1,
                    _ => 3,
                };
                values.insert(day, rounded(value, places));
            }
            series.insert(meta.id.clone(), values);
        }
        let mut world = Self { series, today };
        world.close_the_triangle();
        world
    }

    /// The dollar in yen goes on after the rates it is made of; New York says where it goes.
    fn close_the_triangle(&mut self) {
        let held = Held::read(&data()).unwrap();
        let last = *held.get("usdjpy").unwrap().days().last().unwrap();
        let fed = self.series["usdjpy_fed"].clone();
        let (mut yen, mut euro) = (self.series["usdjpy"].clone(), self.series["eurjpy"].clone());
        for (day, dollar) in self.series["eurusd"].clone() {
            if held.get("eurusd").unwrap().on(day).is_some() {
                continue;
            }
            let near = if day > last { fed.range(..=day).next_back().map(|(_, value)| *value) } else { yen.get(&day).copied() };
            euro.insert(day, rounded(near.unwrap() * dollar, 2));
            if day > last {
                yen.insert(day, rounded(euro[&day] / dollar, 2));
            }
        }
        self.series.insert("usdjpy".to_owned(), yen);
        self.series.insert("eurjpy".to_owned(), euro);
    }

    pub fn set(&mut self, id: &str, date: &str, value: f64) {
        self.series.get_mut(id).unwrap().insert(day(date), value);
    }

    fn days(&self, ids: &[&str]) -> Vec<Day> {
        let mut days: Vec<Day> = ids.iter().flat_map(|id| self.series[*id].keys().copied()).collect();
        days.sort_unstable();
        days.dedup();
        days
    }

    fn cell(&self, id: &str, day: Day, missing: &str) -> String {
        self.series[id].get(&day).map_or(missing.to_owned(), ToString::to_string)
    }

    /// Every file that is asked for when the sheets are those of the repository.
    pub fn files(&self) -> Vec<(Request, Vec<u8>)> {
        let held = Held::read(&data()).unwrap();
        let mut all = Vec::new();
        for source in sources() {
            let last = source.ids.iter().map(|id| *held.get(id).unwrap().days().last().unwrap()).min().unwrap();
            for request in (source.requests)(last, self.today) {
                let bytes = self.file(&request);
                all.push((request, bytes));
            }
        }
        all
    }

    pub fn file(&self, request: &Request) -> Vec<u8> {
        let name = request.file.as_str();
        match name {
            "jgbcm_all.csv" => self.mof(|day| !self.is_this_month(day), "国債金利情報"),
            "jgbcm.csv" => self.mof(|day| self.is_this_month(day), "国債金利情報 (令和8年11月)"),
            "fred-yields.csv" => self.fred(&[("ust2y", "DGS2"), ("ust10y", "DGS10"), ("ust30y", "DGS30")]),
            "fred-vix.csv" => self.fred(&[("vix", "VIXCLS")]),
            "eurofxref-hist.zip" => zipped("eurofxref-hist.csv", &self.ecb()),
            "h10.csv" => self.h10(),
            "slt_table5.txt" => self.tic(),
            _ if name.starts_with("deacot") => zipped("annual.txt", &self.cftc(name[6..10].parse().unwrap())),
            _ => self.candles(request),
        }
    }

    fn is_this_month(&self, day: Day) -> bool {
        (day.ymd().0, day.ymd().1) == (self.today.ymd().0, self.today.ymd().1)
    }

    pub fn mof(&self, is_in: impl Fn(Day) -> bool, title: &str) -> Vec<u8> {
        let tenors =
            [("2年", "jgb2y"), ("5年", "jgb5y"), ("10年", "jgb10y"), ("20年", "jgb20y"), ("30年", "jgb30y"), ("40年", "jgb40y")];
        let all = ["1年", "2年", "3年", "4年", "5年", "6年", "7年", "8年", "9年", "10年", "15年", "20年", "25年", "30年", "40年"];
        let mut text = format!("{title},,,,,,,,,,,,,,,(単位 : %)\r\n基準日,{}\r\n", all.join(","));
        for day in self.days(&["jgb10y"]).into_iter().filter(|day| is_in(*day)) {
            let (y, m, d) = day.ymd();
            let era = if day < Day::from_ymd(2019, 5, 1).unwrap() { format!("H{}", y - 1988) } else { format!("R{}", y - 2018) };
            let cells = all.map(|tenor| {
                tenors.iter().find(|(name, _)| *name == tenor).map_or("-".to_owned(), |(_, id)| self.cell(id, day, "-"))
            });
            writeln!(text, "{era}.{m}.{d},{}\r", cells.join(",")).unwrap();
        }
        text.push_str("※最新のcsvデータがダウンロードできない場合,,,\r\n");
        encoding_rs::SHIFT_JIS.encode(&text).0.into_owned()
    }

    pub fn fred(&self, columns: &[(&str, &str)]) -> Vec<u8> {
        let mut text = format!("observation_date,{}\n", columns.iter().map(|(_, name)| *name).collect::<Vec<_>>().join(","));
        let first = day("2026-05-01");
        // Every weekday has a row, whether or not it has a value.
        for day in (0..self.today.count() - first.count()).map(|n| first.plus(n)).filter(|day| day.weekday() < 5) {
            let cells: Vec<String> = columns.iter().map(|(id, _)| self.cell(id, day, "")).collect();
            writeln!(text, "{day},{}", cells.join(",")).unwrap();
        }
        text.into_bytes()
    }

    pub fn ecb(&self) -> String {
        let codes = ["USD", "JPY", "BGN", "GBP", "CHF", "AUD", "CAD", "CNY", "HKD", "IDR", "INR", "KRW", "MYR", "SGD", "THB"];
        let mut text = format!("Date,{},\n", codes.join(","));
        for day in self.days(&["eurusd"]).into_iter().rev() {
            let id = |code: &str| format!("eur{}", code.to_lowercase());
            let cells = codes.map(|code| if code == "BGN" { "N/A".to_owned() } else { self.cell(&id(code), day, "N/A") });
            writeln!(text, "{day},{},", cells.join(",")).unwrap();
        }
        text + "2013-12-31,1.3791,144.72,1.9558,0.8337,1.2276,1.5423,1.4671,8.3491,10.6933,16764.78,85.366,1450.93,4.5221,1.7414,45.178,\n"
    }

    pub fn h10(&self) -> Vec<u8> {
        let mut text = "\"Series Description\",\"SOUTH AFRICA -- SPOT EXCHANGE RATE, RAND/$US\",\"JAPAN -- SPOT EXCHANGE RATE, YEN/$US\"\n\
             \"Unit:\",\"Currency:_Per_USD\",\"Currency:_Per_USD\"\n\"Multiplier:\",\"1\",\"1\"\n\"Currency:\",\"ZAR\",\"JPY\"\n\
             \"Unique Identifier: \",\"H10/H10/RXI_N.B.SF\",\"H10/H10/RXI_N.B.JA\"\n\"Time Period\",\"RXI_N.B.SF\",\"RXI_N.B.JA\"\n"
            .to_owned();
        let first = day("2026-06-01");
        for day in (0..self.today.count() - first.count()).map(|n| first.plus(n)).filter(|day| day.weekday() < 5) {
            let cell = self.series["usdjpy_fed"].get(&day).map_or("ND".to_owned(), |value| format!("{value:.4}"));
            writeln!(text, "{day},17.1000,{cell}").unwrap();
        }
        text.into_bytes()
    }

    pub fn tic(&self) -> Vec<u8> {
        let months: Vec<Day> = self.days(&["tic_japan"]).into_iter().rev().skip(2).take(13).collect();
        let header: Vec<String> = months.iter().map(|day| day.to_string()[..7].to_owned()).collect();
        let mut text = format!(
            "Table 5: Major Foreign Holders of Treasury Securities\r\nHoldings at End of Time Period\r\nBillions of dollars\r\n\r\nCountry\t{}\r\n",
            header.join("\t")
        );
        for (name, id) in [
            ("Japan", "tic_japan"),
            ("United Kingdom  2/", "tic_uk"),
            ("China, Mainland", "tic_china"),
            ("Grand Total", "tic_total"),
            ("Of Which: Foreign Official", "tic_official"),
            ("Of Which: Foreign Official Treasury Bills", "tic_uk"),
        ] {
            let cells: Vec<String> = months.iter().map(|day| format!("{:.1}", self.series[id][day])).collect();
            writeln!(text, "{name}\t{}\r", cells.join("\t")).unwrap();
        }
        (text + "Notes:\r\nThe data in this table are collected primarily from U.S.-based custodians\r\n").into_bytes()
    }

    pub fn cftc(&self, year: i32) -> String {
        let mut text = "\"Market and Exchange Names\",\"As of Date in Form YYMMDD\",\"As of Date in Form YYYY-MM-DD\",\"CFTC Contract Market Code\",\
             \"Open Interest (All)\",\"Noncommercial Positions-Long (All)\",\"Noncommercial Positions-Short (All)\"\n"
            .to_owned();
        for day in self.days(&["cot_open"]).into_iter().rev().filter(|day| day.ymd().0 == year) {
            let cell = |id| self.cell(id, day, "");
            writeln!(text, "\"EURO FX - CHICAGO MERCANTILE EXCHANGE\",0,{day},099741,   700000,   200000,   150000").unwrap();
            writeln!(
                text,
                "\"JAPANESE YEN - CHICAGO MERCANTILE EXCHANGE\",0,{day},097741,   {},   {},   {}",
                cell("cot_open"),
                cell("cot_long"),
                cell("cot_short")
            )
            .unwrap();
        }
        text
    }

    fn candles(&self, Request { file, url }: &Request) -> Vec<u8> {
        let id = file.split(['-', '.']).nth(1).unwrap();
        let number = |name: &str| {
            let rest = url.split(&format!("{name}=")).nth(1).unwrap();
            rest.split('&').next().unwrap().to_owned()
        };
        let stretch = |from: Day, to: Day| {
            let mut rows: Vec<(Day, f64)> = self.series[id].range(from..=to).map(|(day, value)| (*day, *value)).collect();
            if to == self.today {
                let last = rows.last().unwrap().1;
                rows.push((self.today, last * 1.01));
            }
            rows
        };
        let seconds = |day: Day| i64::from(day.count()) * 86_400;
        let text = if file.starts_with("bitstamp") {
            let rows = stretch(self.today.plus(-999), self.today).into_iter().map(|(day, close)| {
                format!(
                    "{{\"timestamp\":\"{}\",\"open\":\"{close}\",\"high\":\"{}\",\"low\":\"{}\",\"close\":\"{close}\",\"volume\":\"12.5\"}}",
                    seconds(day),
                    close * 1.01,
                    close * 0.99
                )
            });
            format!("{{\"data\":{{\"pair\":\"{}/USD\",\"ohlc\":[{}]}}}}", id.to_uppercase(), rows.collect::<Vec<_>>().join(","))
        } else if file.starts_with("coinbase") {
            let rows = stretch(day(&number("start")[..10]), day(&number("end")[..10])).into_iter().rev();
            let row =
                |(day, close): (Day, f64)| format!("[{},{},{},{close},{close},9]", seconds(day), close * 0.99, close * 1.01);
            format!("[{}]", rows.map(row).collect::<Vec<_>>().join(","))
        } else {
            let at = |name| Day::saturating(number(name).parse::<i64>().unwrap() / 86_400_000);
            let rows = stretch(at("startTime"), at("endTime")).into_iter().map(|(day, close)| {
                let open = seconds(day) * 1_000;
                let (high, low) = (close * 1.01, close * 0.99);
                format!(
                    "[{open},\"{close}\",\"{high}\",\"{low}\",\"{close}\",\"1\",{},\"1\",9,\"1\",\"1\",\"0\"]",
                    open + 86_399_999
                )
            });
            format!("[{}]", rows.collect::<Vec<_>>().join(","))
        };
        text.into_bytes()
    }
}

/// An archive with one file.
pub fn zipped(name: &str, text: &str) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
    writer.write_all(text.as_bytes()).unwrap();
    writer.finish().unwrap().into_inner()
}
