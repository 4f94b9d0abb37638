import jsonld from 'jsonld'
import { describe, expect, it } from 'vitest'
import { DocumentContexts } from '../../../../src/verifier/json-ld/document-contexts'
import { contextLoader } from '../../../../src/verifier/json-ld/loader'
import { expand, toRdf, type ProcessingOptions } from '../../../../src/verifier/json-ld/processor'
import type { JsonObject } from '../../../../src/verifier/verification'

/** The entry of the library, as it behaves; its published types are of another version. */
const entry = jsonld as unknown as {
  expand(document: JsonObject, options: object): Promise<JsonObject[]>
  toRDF(expanded: JsonObject[], options: object): Promise<unknown>
}

const VOCABULARY = { '@vocab': 'https://terms.example/' }

const DOCUMENTS: Record<string, JsonObject> = {
  'a node': { '@context': VOCABULARY, '@id': 'urn:one', name: 'One', part: { name: 'Two' } },
  'nothing but a graph': { '@context': VOCABULARY, '@graph': [{ name: 'One' }, { name: 'Two' }] },
  'a graph with a name': { '@context': VOCABULARY, '@id': 'urn:one', '@graph': [{ name: 'One' }] },
  nothing: { '@context': VOCABULARY },
  'what is dropped': {
    name: 'One',
    '@id': 'relative',
    'https://terms.example/of': { '@id': 'two' },
  },
  'a member named after the prototype': JSON.parse('{"__proto__":{"@id":"urn:one"}}') as JsonObject,
}

describe.each(Object.entries(DOCUMENTS))('%s', (_, document) => {
  it.each([undefined, { '@context': VOCABULARY }])(
    'is read as by the entry of the library, with %j around it',
    async (expandContext) => {
      const [ours, theirs] = [withEvents(expandContext), withEvents(expandContext)]
      const before = JSON.stringify(document)
      const expanded = await expand(document, ours.options)
      expect(expanded).toEqual(await entry.expand(document, theirs.options))
      expect(toRdf(expanded, ours.options)).toEqual(
        await entry.toRDF(expanded, { ...theirs.options, skipExpansion: true }),
      )
      expect(ours.codes).toEqual(theirs.codes)
      expect(JSON.stringify(document)).toBe(before)
    },
  )
})

it('says which code the library gave what it refuses', async () => {
  const document = { '@context': { '@vocab': 1 } }
  await expect(expand(document, withEvents().options)).rejects.toMatchObject({
    details: { code: 'invalid vocab mapping' },
  })
})

function withEvents(expandContext?: JsonObject) {
  const codes: string[] = []
  const options: ProcessingOptions = {
    contextResolver: new DocumentContexts(contextLoader()),
    eventHandler: ({ event }) => codes.push(event.code),
    base: null,
    ...(expandContext && { expandContext }),
  }
  return { codes, options }
}
