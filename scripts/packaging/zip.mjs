/** Zip files that depend on their entries alone: the same files give the same bytes, whoever packs them and where. */
import { zipSync } from 'fflate'

/** The upper half of an entry's attributes, where it was made on Unix. */
const UNIX = 3
const FILE = 0o100644
const PROGRAM = 0o100755

/**
 * Compressed by fflate and not by Node's zlib, whose output differs between its versions and processors.
 *
 * @param {{ name: string, bytes: Uint8Array, executable?: boolean }[]} files in any order; names with slashes
 * @returns {Uint8Array} a zip of them in the order of their names
 * @throws where two have one name
 */
export function zipOf(files) {
  // The format has the local time of the packer, without its zone: a fixed one, said in local terms. It knows
  // nothing before 1980.
  const mtime = new Date(1980, 0, 1, 12)
  const entries = {}
  for (const { name, bytes, executable } of [...files].sort(byName)) {
    if (Object.hasOwn(entries, name)) throw new Error(`Two files are called ${name}.`)
    const attrs = (executable ? PROGRAM : FILE) << 16
    entries[name] = [bytes, { level: 9, mtime, os: UNIX, attrs }]
  }
  return zipSync(entries)
}

/** By code units: the order of a locale is not everybody's. */
export function byName(one, other) {
  if (one.name === other.name) return 0
  return one.name < other.name ? -1 : 1
}
