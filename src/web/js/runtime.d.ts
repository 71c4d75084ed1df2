/** What the element needs of the module: the same whether it was imported or fetched by the script tag. */
export interface Runtime {
  /** The folder the package is in, with a slash at its end. */
  base: string;
  Widget: new (host: HTMLElement, frame: HTMLElement, base: string) => Widget;
  /** The style sheet of the widget, one for all. */
  sheet(): CSSStyleSheet;
}

export interface Widget {
  configure(options: Record<string, string>, language: string): void;
  save(): Record<string, string>;
  exportCsv(): string;
  setSeries(id: string, days: Int32Array, values: Float64Array, meta: Record<string, string>): void;
  refresh(): void;
  destroy(): void;
  free(): void;
}
