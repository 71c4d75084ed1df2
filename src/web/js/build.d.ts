// What the build puts in.
declare const __YENLENS_VERSION__: string;
declare const __WIDGET_INTEGRITY__: string;
declare const __WHOLE_INTEGRITY__: string;
declare const __WASM_INTEGRITY__: string;
declare const __LATER_INTEGRITY__: string;

declare module "*.css" {
  const text: string;
  export default text;
}

declare module "yenlens-glue" {
  export const Widget: import("./runtime").Runtime["Widget"];
  /** In the light module alone: takes in a language; whether its words are those of this release. */
  export const learn: (text: string) => boolean;
  /** Hands over the answer that was asked for at an address before the module was there. */
  export const ahead: (url: string, answer: Promise<Response>) => void;
  export const Bound: new (host: HTMLElement, base: string, number: number) => import("./runtime").Bound;
  export default function init(input: { module_or_path: WebAssembly.Module }): Promise<unknown>;
}
