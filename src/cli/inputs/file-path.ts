import { join, sep } from 'node:path'

/**
 * The path of a file. Bytes where it is not UTF-8, as names out of an archive from an old system are: no text stands for
 * those.
 */
export type FilePath = string | Uint8Array

const STRICT_UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export function filePathOf(bytes: Uint8Array): FilePath {
  try {
    return STRICT_UTF8.decode(bytes)
  } catch {
    return bytes
  }
}

export function inFolder(folder: FilePath, bytes: Uint8Array): FilePath {
  const name = filePathOf(bytes)
  if (typeof folder === 'string' && typeof name === 'string') return join(folder, name)
  return Buffer.concat([bytesOf(folder), Buffer.from(sep), bytes])
}

/** As the system takes it. */
export function forSystem(path: FilePath): string | Buffer {
  return typeof path === 'string' ? path : bytesOf(path)
}

/** As a person reads it; a letter that nobody knows is shown as one. */
export function shownPath(path: FilePath): string {
  return typeof path === 'string' ? path : new TextDecoder().decode(path)
}

function bytesOf(path: FilePath): Buffer {
  return typeof path === 'string'
    ? Buffer.from(path)
    : Buffer.from(path.buffer, path.byteOffset, path.byteLength)
}
