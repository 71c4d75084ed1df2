/** The element that draws a chart. */
export class YenLensElement extends HTMLElement {}

declare global {
  interface HTMLElementTagNameMap {
    "yen-lens": YenLensElement;
  }
}
