//! The browser: exports, the widget, its nodes and canvases, input, and the way the figures come in.
//!
//! Nothing here computes a figure. State changes go through [`app::App::dispatch`] alone; whoever listens, observes or waits for a
//! frame holds a guard that lets go when it is dropped; page code never runs while the state is borrowed.

mod actions;
mod app;
#[cfg(feature = "figures")]
mod bound;
mod brush;
mod controls;
mod dom;
mod events;
#[cfg(feature = "extras")]
mod export;
#[cfg(feature = "headless")]
mod exports;
#[cfg(feature = "feeds")]
mod feed;
mod footer;
#[cfg(feature = "extras")]
mod group;
mod guards;
mod input;
#[cfg(not(feature = "extras"))]
mod languages;
mod legend;
mod library;
mod listening;
mod looks;
#[cfg(not(feature = "headless"))]
mod memory;
#[cfg(feature = "extras")]
mod method;
mod model;
mod net;
mod readout;
mod render;
mod report;
mod ruler;
mod screen;
#[cfg(feature = "figures")]
mod sound;
mod stage;
#[cfg(feature = "extras")]
mod steps;
mod surface;
#[cfg(feature = "extras")]
mod table;
mod turn;
mod widget;

#[cfg(test)]
mod tests;
