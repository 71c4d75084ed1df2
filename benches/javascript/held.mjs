// Builds `benches/held`, the statistics over columns that WebAssembly's memory holds already: the release profile of the package, the
// tools of its build, and nothing of it in pkg/.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const benches = join(dirname(fileURLToPath(import.meta.url)), "..");
const TARGET = "wasm32-unknown-unknown";

/** Builds it, in place of what an earlier run built, and returns the folder with `held.js` and `held.wasm`. */
export function build() {
  const run = (program, args, options) => {
    const { status, error } = spawnSync(program, args, { cwd: benches, stdio: "inherit", ...options });
    if (status !== 0) throw error ?? new Error(`${program} ended with ${status}`);
  };
  const out = join(benches, "target", "held");
  const flags = { env: { ...process.env, RUSTFLAGS: "-Ctarget-feature=+simd128" } };
  run("cargo", ["build", "--quiet", "--release", "--package", "yenlens-held", "--target", TARGET], flags);
  const lock = readFileSync(join(benches, "Cargo.lock"), "utf8");
  const [, version] = /name = "wasm-bindgen"\nversion = "([^"]+)"/.exec(lock);
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "yenlens", `wasm-bindgen-cli-${version}`);
  const compiled = join(benches, "target", TARGET, "release", "yenlens_held.wasm");
  run(join(cache, "bin", "wasm-bindgen"), ["--target", "web", "--out-name", "held", "--out-dir", out, compiled]);
  const tools = join(benches, "..", "xtask", "npm", "node_modules", ".bin");
  const features = ["--enable-simd", "--enable-bulk-memory", "--enable-bulk-memory-opt", "--enable-multivalue", "--enable-mutable-globals"];
  features.push("--enable-nontrapping-float-to-int", "--enable-reference-types", "--enable-sign-ext");
  run(join(tools, "wasm-opt"), [join(out, "held_bg.wasm"), "--mvp-features", ...features, "-Oz", "-o", join(out, "held.wasm")]);
  return out;
}
