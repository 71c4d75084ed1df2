// What the build puts in.
declare const __YENLENS_VERSION__: string;
declare const __MODULE_INTEGRITY__: string;
declare const __WASM_INTEGRITY__: string;

declare module "*.css" {
  const text: string;
  export default text;
}

declare module "yenlens-glue" {
  export class Widget {
    constructor(host: HTMLElement, frame: HTMLElement, base: string);
    configure(options: Record<string, string>, language: string): void;
    save(): Record<string, string>;
    exportCsv(): string;
    setSeries(id: string, days: Int32Array, values: Float64Array, meta: Record<string, string>): void;
    refresh(): void;
    destroy(): void;
    free(): void;
  }
  export default function init(input: { module_or_path: WebAssembly.Module }): Promise<unknown>;
}
