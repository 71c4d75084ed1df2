// What all charts have in common: the size, the stroke, the four colours and the range of values.

export const WIDTH = 1000;
export const HEIGHT = 500;
/** The stroke in CSS pixels; lightweight-charts knows whole pixels only and takes 2. */
export const STROKE = 1.6;
export const COLOURS = ['#1f5fa8', '#8a97a8', '#8a97a8', '#b3541e'];
export const NAMES = ['changes', 'low', 'high', 'levels'];
/** Fixed, so that no chart looks for its own. */
export const VALUES = [-1, 1];
