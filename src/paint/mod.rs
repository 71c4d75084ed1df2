//! From a scene to plotters, generic over the drawing backend: the canvas, the SVG export and the recorder of the tests
//! are painted by the same code.
