/** What the element needs of the module: the same whether it was imported or fetched by the script tag. */
export interface Runtime {
  /** The folder the package is in, with a slash at its end. */
  base: string;
  /** Whether it has every view and reads figures from elsewhere. */
  whole: boolean;
  Widget: new (host: HTMLElement, frame: HTMLElement, base: string) => Widget;
  /** Binds a number or slider of the page's own text; what is returned lets go of it. */
  bind: ((host: HTMLElement) => () => void) | undefined;
  /** The style sheet of the widget, one for all. */
  sheet(): CSSStyleSheet;
}

export interface Bound {
  configure(attributes: Record<string, string>, language: string): void;
  destroy(): void;
  free(): void;
}

export interface Widget {
  configure(options: Record<string, string>, language: string): void;
  save(): Record<string, string>;
  exportCsv(): string;
  exportSvg(): string;
  exportPng(): Promise<Blob | null>;
  setSeries(id: string, days: Int32Array, values: Float64Array, meta?: Record<string, string>): void;
  /** In the whole runtime alone: where figures come from besides the snapshot. */
  feed?(src?: string, inline?: string, live?: string): void;
  refresh(): void;
  destroy(): void;
  free(): void;
}
