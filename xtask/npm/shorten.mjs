// Gives the functions that the module imports from its glue short names, in both files. wasm-bindgen names each after its
// signature and a hash, which no compressor can shrink and every reader would load twice.
// Called as: node shorten.mjs MODULE GLUE [--exports], both files between wasm-bindgen and wasm-opt; they are rewritten in place.
//
// Only names that wasm-bindgen has made are touched. Exports are left alone unless asked for: they are part of the generated types. The
// glue also gets its guard here: see src/web/js/guard.js.

import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";

const HEADER_BYTES = 8;
const IMPORT_SECTION = 2;
const EXPORT_SECTION = 7;
/** How the names begin that wasm-bindgen makes for itself. */
const MADE = /^(__wb|wasm_bindgen_|__externref_)/;
/** What the browser calls back into; the guard knows it by how its short name begins. */
const CALLED_BACK = /closures_+invoke/;
const SHORT_MODULE = "g";

const [modulePath, gluePath, option] = process.argv.slice(2);
/** What wasm-bindgen calls the glue inside the module. */
const GLUE_MODULE = `./${basename(modulePath, ".wasm")}.js`;
const module = readFileSync(modulePath);
const glue = readFileSync(gluePath, "utf8");

/** Reads an unsigned LEB128 number: its value and the place after it. */
function readNumber(at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = module[at++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at];
  }
}

function writeNumber(value) {
  const bytes = [];
  for (; value >= 0x80; value = Math.floor(value / 0x80)) bytes.push((value % 0x80) | 0x80);
  return Buffer.from([...bytes, value]);
}

function readName(at) {
  const [length, start] = readNumber(at);
  return [module.toString("utf8", start, start + length), start + length];
}

function writeName(name) {
  const bytes = Buffer.from(name);
  return Buffer.concat([writeNumber(bytes.length), bytes]);
}

/** The place after limits (of a table or a memory). */
function skipLimits(at) {
  const [flags, minimum] = readNumber(at);
  const [, after] = readNumber(minimum);
  return flags & 1 ? readNumber(after)[1] : after;
}

/** The place after the description of an import. Kinds the compiler does not make are refused, not guessed. */
function skipDescription(at) {
  switch (module[at]) {
    case 0: // function: its type
      return readNumber(at + 1)[1];
    case 1: // table: a reference type in one byte, limits
      return skipLimits(at + 2);
    case 2: // memory: limits
      return skipLimits(at + 1);
    case 3: // global: a value type in one byte, mutability
      return at + 3;
    default:
      throw new Error(`${modulePath} imports something of the unknown kind ${module[at]}.`);
  }
}

const taken = new Set(glue.match(/[\w$]+/g));
const shortNames = new Map();
let counter = 0;

function shorten(name) {
  if (!MADE.test(name)) return name;
  if (!taken.has(name)) throw new Error(`${gluePath} does not know ${name}, which the module imports or exports.`);
  if (!shortNames.has(name)) {
    let short;
    const mark = CALLED_BACK.test(name) ? "$" : "_";
    do short = `${mark}${(counter++).toString(36)}`;
    while (taken.has(short));
    shortNames.set(name, short);
  }
  return shortNames.get(name);
}

/** The import section with short names. */
function rewriteImports(start) {
  const [count, first] = readNumber(start);
  const parts = [writeNumber(count)];
  let at = first;
  for (let index = 0; index < count; index++) {
    const [from, afterFrom] = readName(at);
    const [name, afterName] = readName(afterFrom);
    const end = skipDescription(afterName);
    const isGlue = from === GLUE_MODULE;
    parts.push(writeName(isGlue ? SHORT_MODULE : from), writeName(isGlue ? shorten(name) : name), module.subarray(afterName, end));
    at = end;
  }
  return Buffer.concat(parts);
}

/** The export section with short names. */
function rewriteExports(start) {
  const [count, first] = readNumber(start);
  const parts = [writeNumber(count)];
  let at = first;
  for (let index = 0; index < count; index++) {
    const [name, afterName] = readName(at);
    // A kind in one byte, and the number of what is exported.
    const [, end] = readNumber(afterName + 1);
    parts.push(writeName(shorten(name)), module.subarray(afterName, end));
    at = end;
  }
  return Buffer.concat(parts);
}

/** The content of a section, which begins at a place and is so long. */
function rewritten(id, start, length) {
  if (id === IMPORT_SECTION) return rewriteImports(start);
  if (id === EXPORT_SECTION && option === "--exports") return rewriteExports(start);
  return module.subarray(start, start + length);
}

const sections = [module.subarray(0, HEADER_BYTES)];
for (let at = HEADER_BYTES; at < module.length; ) {
  const id = module[at];
  const [length, start] = readNumber(at + 1);
  const content = rewritten(id, start, length);
  sections.push(Buffer.from([id]), writeNumber(content.length), content);
  at = start + length;
}
const quotedModule = JSON.stringify(GLUE_MODULE);
if (!glue.includes(quotedModule)) throw new Error(`${gluePath} does not offer its functions under the name ${quotedModule}.`);
// Where the glue takes up the module's functions, they are put under guard: see src/web/js/guard.js.
const TAKEN_UP = "wasm = instance.exports;";
if (glue.split(TAKEN_UP).length !== 2) throw new Error(`${gluePath} does not take up the module's functions by "${TAKEN_UP}", once.`);
// And what the browser calls back with an event may have to wait for the other half of the module.
const CALLED = "const real = (...args) => {\n";
if (glue.split(CALLED).length > 2) throw new Error(`${gluePath} makes functions for the browser by "${CALLED}" more than once.`);
const guardedGlue = `import { guarded, held } from "yenlens-guard";\n${glue.replace(TAKEN_UP, "wasm = guarded(instance.exports, __wbg_get_imports);").replace(CALLED, `${CALLED}if (held(real, args, state)) return;\n`)}`;
const shortGlue = guardedGlue.replace(/[\w$]+/g, (word) => shortNames.get(word) ?? word).replaceAll(quotedModule, JSON.stringify(SHORT_MODULE));
writeFileSync(modulePath, Buffer.concat(sections));
writeFileSync(gluePath, shortGlue);
