//! The statistics over columns that are in WebAssembly's memory already, as the widget holds them, for the benchmark in a page
//! alone: what is timed is a call, its result stays here, and `result` hands it out to be compared.

use wasm_bindgen::prelude::*;
use yenlens::stats::bootstrap::{self, Block, Plan};
use yenlens::stats::{ewma, lead_lag, rank, rolling};

/// Two columns, and what was last computed of them.
#[wasm_bindgen]
pub struct Held {
    x: Vec<f64>,
    y: Vec<f64>,
    result: Vec<f64>,
}

#[wasm_bindgen]
impl Held {
    #[wasm_bindgen(constructor)]
    pub fn new(x: Vec<f64>, y: Vec<f64>) -> Held {
        Held { x, y, result: Vec::new() }
    }

    pub fn result(&self) -> Vec<f64> {
        self.result.clone()
    }

    #[wasm_bindgen(js_name = rollingCorrelation)]
    pub fn rolling_correlation(&mut self, window: usize) {
        self.result = rolling::correlation(&self.x, &self.y, window).unwrap_or_default();
    }

    #[wasm_bindgen(js_name = rollingBeta)]
    pub fn rolling_beta(&mut self, window: usize) {
        self.result = rolling::beta(&self.y, &self.x, window).unwrap_or_default();
    }

    #[wasm_bindgen(js_name = rollingZScore)]
    pub fn rolling_z_score(&mut self, window: usize) {
        self.result = rolling::z_score(&self.x, window).unwrap_or_default();
    }

    #[wasm_bindgen(js_name = ewmaCorrelation)]
    pub fn ewma_correlation(&mut self) {
        self.result = ewma::correlation(&self.x, &self.y, 0.94).unwrap_or_default();
    }

    #[wasm_bindgen(js_name = crossCorrelation)]
    pub fn cross_correlation(&mut self, max_lag: usize) {
        self.result = lead_lag::cross_correlation(&self.x, &self.y, max_lag).unwrap_or_default();
    }

    pub fn spearman(&mut self) {
        self.result = rank::spearman(&self.x, &self.y).map(|r| vec![r.estimate]).unwrap_or_default();
    }

    #[wasm_bindgen(js_name = bootstrapCorrelation)]
    pub fn bootstrap_correlation(&mut self, resamples: usize, mean_block: f64) {
        let plan = Plan { resamples, block: Block::Mean(mean_block), ..Plan::default() };
        self.result = bootstrap::correlation(&self.x, &self.y, plan).map(|band| vec![band.low, band.high]).unwrap_or_default();
    }
}
