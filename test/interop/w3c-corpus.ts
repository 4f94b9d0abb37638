import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contexts as citizenshipContexts } from '@digitalbazaar/citizenship-context'
import { verifyBadge, type VerifierEnvironment } from '../../src/verifier/index'
import type { ExpectedFiles, Found } from './expected/outcomes'
import { asObjects, asStrings } from '../../src/verifier/reading/json-values'
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

/** Every file of a folder, by its path in it; none where the corpus is absent. */
export function corpusFiles(folder: string): string[] {
  const path = join(CORPUS, folder)
  if (!existsSync(path)) return []
  const entries = readdirSync(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}

/** What the verifier makes of a file, in a world where only these documents are published. */
export async function judgeFile(path: string, web: Record<string, JsonObject>): Promise<Found> {
  const environment: VerifierEnvironment = {
    fetch: (input) => {
      const { url } = new Request(input)
      const json = Object.hasOwn(web, url) ? web[url] : undefined
      return Promise.resolve(json ? Response.json(json) : new Response('', { status: 404 }))
    },
    now: () => new Date('2026-01-15T12:00:00Z'),
    contexts: { ...exampleContexts(), ...Object.fromEntries(citizenshipContexts) },
  }
  const report = await verifyBadge({ text: corpusText(path) }, environment)
  const proof = report.checks.find(({ id }) => id === 'proof')
  return [proof?.outcome ?? 'not-applicable', report.verdict]
}

/** Issuers of the vectors whose documents are published nowhere. */
const DI_ISSUER = 'https://vc.example/issuers/5678'
const JOSE_ISSUER = 'https://example.issuer/vc-jose-cose'

/**
 * The issuer's document as it would have to be: it lists the keys that signed the file (methods of other
 * DIDs), or, for JOSE, those of the test suite.
 */
export function issuerListing(path: string): Record<string, JsonObject> {
  const type = 'Profile'
  const isSigned = path.endsWith('.json') && !path.includes('jose')
  const document = isSigned ? (JSON.parse(corpusText(path)) as JsonObject) : {}
  const methods = asObjects(document.proof).flatMap(({ verificationMethod }) =>
    asStrings(verificationMethod),
  )
  const keys = joseMethods()
  return {
    [DI_ISSUER]: { id: DI_ISSUER, type, assertionMethod: methods },
    [JOSE_ISSUER]: {
      id: JOSE_ISSUER,
      verificationMethod: keys,
      assertionMethod: keys.map(({ id }) => id!),
    },
  }
}

/** The public halves of the keys of the JOSE test suite. */
export function joseMethods(): JsonObject[] {
  return ['p256', 'p384', 'p521', 'ed25519'].map((name) => {
    const { secretKeyJwk: _, ...method } = corpusJson(`w3c-vc-jose-cose/vm-${name}.json`)
    return method
  })
}

/** One test for each file, and one that fails where a file has none. */
export function describeFolder(folder: string, expected: ExpectedFiles): void {
  describe.runIf(hasCorpus(folder))(`every file of ${folder}`, () => {
    it('is in the table', () => {
      expect(corpusFiles(folder)).toEqual(Object.keys(expected).sort())
    })

    it.each(Object.entries(expected))('%s', async (file, { alone, listed }) => {
      const path = `${folder}/${file}`
      expect(await judgeFile(path, {})).toEqual(alone)
      expect(await judgeFile(path, issuerListing(path))).toEqual(listed)
    })
  })
}
