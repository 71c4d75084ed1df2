//! The operations that a slider waits for, natively: `cargo bench --manifest-path benches/Cargo.toml`. `benches/javascript` times the built package beside plain
//! JavaScript.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use yenlens::stats::bootstrap::{self, Block, Plan};
use yenlens::stats::rolling_band::{self, Method};
use yenlens::stats::{ewma, lead_lag, levels, rank, rolling};

/// Two columns of noise, the same on every run.
fn columns(n: usize) -> (Vec<f64>, Vec<f64>) {
    let mut state = 20_240_805_u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / (1_u64 << 53) as f64 - 0.5
    };
    (0..n).map(|_| (next(), next() + 0.3 * next())).unzip()
}

fn windows(c: &mut Criterion) {
    for n in [2_600, 1_000_000] {
        let (x, y) = columns(n);
        let mut group = c.benchmark_group("windows");
        group.throughput(Throughput::Elements(n as u64)).sample_size(20);
        let mut time = |name: &str, f: &dyn Fn() -> Vec<f64>| {
            group.bench_function(BenchmarkId::new(name, n), |b| b.iter(f));
        };
        time("correlation", &|| rolling::correlation(black_box(&x), &y, 60).unwrap_or_default());
        time("beta", &|| rolling::beta(black_box(&y), &x, 60).unwrap_or_default());
        time("z-score", &|| rolling::z_score(black_box(&x), 60).unwrap_or_default());
        time("ewma", &|| ewma::correlation(black_box(&x), &y, 0.94).unwrap_or_default());
        group.bench_function(BenchmarkId::new("spearman", n), |b| b.iter(|| rank::spearman(black_box(&x), &y)));
        group.finish();
    }
    let (x, y) = columns(2_600);
    c.bench_function("correlation, windows 20 to 250", |b| {
        b.iter(|| (20..=250).map(|w| rolling::correlation(black_box(&x), &y, w).map_or(0.0, |r| r[2_599])).sum::<f64>());
    });
}

fn whole_columns(c: &mut Criterion) {
    let (x, y) = columns(2_600);
    c.bench_function("lead-lag ±60", |b| b.iter(|| lead_lag::cross_correlation(black_box(&x), &y, 60)));
    let plan = Plan { block: Block::Mean(13.0), ..Plan::default() };
    c.bench_function("1,000 bootstrap resamples", |b| b.iter(|| bootstrap::correlation(black_box(&x), &y, plan)));
    let band = Method::Bootstrap(Plan { resamples: 200, ..plan });
    c.bench_function("bootstrap band, window 60", |b| b.iter(|| rolling_band::correlation(black_box(&x), &y, 60, band)));
    c.bench_function("10,000 pairs of walks of 60", |b| b.iter(|| levels::Walks::simulate(black_box(60), 10_000, 1)));
}

criterion_group!(all, windows, whole_columns);
criterion_main!(all);
