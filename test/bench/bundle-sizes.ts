import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

export interface BundleSize {
  file: string
  bytes: number
  gzip: number
}

/** Size of every script and style sheet of a build, as it is and gzipped (level 9), in bytes. */
export function bundleSizes(directory: string): BundleSize[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(js|css)$/.test(file))
    .map((file) => {
      const content = readFileSync(join(directory, file))
      return { file, bytes: content.length, gzip: gzipSync(content, { level: 9 }).length }
    })
    .sort((a, b) => b.gzip - a.gzip)
}
