/** What the element needs of the module: the same whether it was imported or fetched by the script tag. */
export interface Runtime {
  /** The folder the package is in, with a slash at its end. */
  base: string;
  /** Whether it has every view and reads figures from elsewhere. */
  whole: boolean;
  Widget: new (host: HTMLElement, frame: HTMLElement, base: string, number: number) => Widget;
  /** Binds a number or slider of the page's own text; what is returned lets go of it. */
  bind: ((host: HTMLElement) => () => void) | undefined;
  /** Brings the second half of the module, where it has one: what a figure is touched with. */
  rest: (() => Promise<void>) | undefined;
  /** Gives an element its widget. */
  mount(element: Element): Mounted;
  /** Resolves when a language can be spoken; nothing when it can already. */
  speak(language: string): Promise<void> | undefined;
}

/** What an element lends to its widget. */
export interface Element {
  host: HTMLElement;
  root: ShadowRoot;
  /** The series that the page has set by calls. */
  own: Record<string, Own>;
  /** Brings a runtime, the whole one or the light one. */
  load(whole: boolean, language: string, host?: HTMLElement): Promise<Runtime>;
  /** Makes a frame of that class at the end of the root. */
  place(name: string): HTMLElement;
}

/** The arguments of `setSeries`, as the module takes them. */
export type Own = [id: string, values: Float64Array, days: Int32Array, meta: Record<string, string>];

/** An element's widget. */
export interface Mounted {
  configure(): void;
  save(): Record<string, string>;
  permalink(): string;
  take(name: "exportCsv" | "exportSvg"): Promise<string>;
  take(name: "exportPng"): Promise<Blob | null>;
  setSeries(one: Own): void;
  refresh(): void;
  destroy(): void;
}

export interface Bound {
  configure(attributes: Record<string, string>, language: string): void;
  destroy(): void;
  free(): void;
}

/** The module's own handle. Beside what every module has, the whole one has what a reader may ask for later. */
export interface Widget {
  configure(options: Record<string, string>, language: string): void;
  save(): Record<string, string>;
  refresh(): void;
  destroy(): void;
  free(): void;
  exportCsv(): string;
  exportSvg(): string;
  exportPng(): Promise<Blob | null>;
  setSeries(...one: Own): void;
  /** Where figures come from besides the snapshot. */
  feed?(src?: string, inline?: string, live?: string): void;
}
