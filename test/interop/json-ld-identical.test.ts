/**
 * What is read directly against what `jsonld` and `rdf-canonize` make of it, letter by letter: on every
 * JSON file of the third-party corpus, its proofs' options and the parts that a chain secures, and on all
 * of our own fixtures.
 */
import { contexts as citizenshipContexts } from '@digitalbazaar/citizenship-context'
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { canonicalize } from '../../src/verifier/json-ld/canonicalize'
import { refuseHiding } from '../../src/verifier/json-ld/document-shape'
import { contextLoader } from '../../src/verifier/json-ld/loader'
import { readDirectly } from '../../src/verifier/json-ld/read-directly'
import { canonicalizeWithLibrary, refusalOf } from '../../src/verifier/json-ld/with-library'
import { asObjects, isObject } from '../../src/verifier/reading/json-values'
import type { JsonObject, JsonValue } from '../../src/verifier/verification'
import { demoFixtures } from '../fixtures/index'
import { fakeVerification } from '../unit/verifier/fake-verification'
import { independentForm } from '../unit/verifier/json-ld/independent-form'
import { bakedTextOf } from './independent-unbake'
import { corpusFolder, corpusText, exampleContexts, hasCorpus } from './w3c-corpus'

const FOLDERS = ['w3c-vc-di-eddsa', 'w3c-vc-di-ecdsa', 'w3c-vc-jose-cose', 'elm']
const contexts = { ...exampleContexts(), ...Object.fromEntries(citizenshipContexts) }

/** @returns whether it was read directly, with the contexts that only tests know */
async function compare(document: JsonObject): Promise<boolean> {
  await compareWith(document, undefined, 'SHA-384')
  await compareWith(document, undefined, 'SHA-256')
  return compareWith(document, contexts, 'SHA-256')
}

async function compareWith(
  document: JsonObject,
  extra: Record<string, object> | undefined,
  digest: 'SHA-256' | 'SHA-384',
): Promise<boolean> {
  const verification = fakeVerification({}, extra ? { contexts: extra } : {})
  const options = { load: contextLoader(extra), onlyBundled: extra === undefined, digest }
  const direct = readDirectly(document, options)
  const measure = await canonicalizeWithLibrary(document, verification, digest)
  if (direct !== undefined) expect(measure).toBe(direct)
  if (typeof measure === 'string') {
    const asSigners = await canonicalizeWithLibrary(document, verification, digest, 'code-units')
    expect(asSigners).toBe(
      await independentForm(document, { ...(extra && { contexts: extra }), digest }),
    )
  }
  const answer = await canonicalize(document, verification, digest)
  expect(answer).toEqual(refusalByShape(document) ?? measure)
  return direct !== undefined
}

function refusalByShape(document: JsonObject): object | undefined {
  try {
    refuseHiding(document)
    return undefined
  } catch (error) {
    return { reason: refusalOf(error) }
  }
}

/** The document, without its proofs, and the options of each of them. */
function partsOf(document: JsonObject): JsonObject[] {
  const { proof, ...unsecured } = document
  const options = asObjects(proof).map(({ proofValue: _, ...rest }) => ({
    ...rest,
    '@context': document['@context'] ?? [],
  }))
  return [document, unsecured, ...options]
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

function parse(text: string): JsonObject[] {
  try {
    const value = JSON.parse(text) as JsonValue
    return [value].flat().filter(isObject)
  } catch {
    return []
  }
}

async function compareAll(
  documents: JsonObject[],
  isDirect: (part: JsonObject) => Promise<boolean>,
): Promise<{ direct: number; all: number }> {
  const parts = documents.flatMap(partsOf)
  let direct = 0
  for (const part of parts) if (await isDirect(part)) direct++
  return { direct, all: parts.length }
}

describe.each(FOLDERS)('corpus %s', (folder) => {
  it.skipIf(!hasCorpus(folder))('is read as the library reads it', async () => {
    const documents = readdirSync(corpusFolder(folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.json(ld)?$/.test(file))
      .flatMap((file) => parse(corpusText(`${folder}/${file}`)))
    const { direct, all } = await compareAll(documents, compare)
    console.log(`${folder}: ${direct} of ${all} parts were read directly`)
    if (folder.startsWith('w3c-vc-di')) expect(direct).toBeGreaterThan(all / 3)
  })
})

it('our own fixtures are read as the library reads them', async () => {
  const { badges, web } = await demoFixtures()
  const texts = [
    ...badges.map(({ file }) => bakedTextOf(file) ?? ''),
    ...[...web.values()].flatMap((host) => [...host.values()].map(({ body }) => decode(body))),
  ]
  const { direct, all } = await compareAll(texts.flatMap(parse), (part) =>
    compareWith(part, undefined, 'SHA-256'),
  )
  console.log(`our fixtures: ${direct} of ${all} parts were read directly`)
  expect(direct).toBeGreaterThan(10)
}, 60_000)
