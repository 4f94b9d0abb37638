import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JsonObject } from '../../src/verifier/verification'

const CORPUS = process.env.CORPUS_DIR ?? '../shared/corpus'

/** Is the folder there? Says so where it is not. */
export function hasCorpus(folder: string): boolean {
  const found = existsSync(join(CORPUS, folder))
  if (!found) console.log(`skipped: ${join(CORPUS, folder)} is not on this machine`)
  return found
}

export function corpusFolder(folder: string): string {
  return join(CORPUS, folder)
}

export function corpusText(path: string): string {
  return readFileSync(join(CORPUS, path), 'utf8')
}

/** `{}` where the corpus is absent: its tests are skipped then, but they are still listed. */
export function corpusJson(path: string): JsonObject {
  if (!existsSync(CORPUS)) return {}
  return JSON.parse(corpusText(path)) as JsonObject
}

/** Contexts that only these vectors need; the verifier ships neither. */
export function exampleContexts(): Record<string, object> {
  return {
    'https://www.w3.org/ns/credentials/examples/v2': corpusJson(
      'contexts/w3c-credentials-examples-v2.json',
    ),
  }
}
