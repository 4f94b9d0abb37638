import { describe, expect, it } from 'vitest'
import { initialContext } from '../../../../src/verifier/json-ld/initial-context'
import {
  contextProcessor,
  type ActiveContext,
  type ContextResolver,
} from '../../../../src/verifier/json-ld/processor'
import type { JsonObject, JsonValue } from '../../../../src/verifier/verification'

const ONE = 'https://terms.example/one'
const OTHER = 'https://terms.example/other'

const contextResolver: ContextResolver = {
  resolve: ({ context }) =>
    Promise.resolve(
      (Array.isArray(context) ? context : [context]).map((document) => ({
        document: document as JsonObject | null,
        getProcessed: () => undefined,
        setProcessed: () => undefined,
      })),
    ),
}

function process(activeCtx: ActiveContext, localCtx: JsonValue, overrideProtected = false) {
  const options = { contextResolver, eventHandler: () => undefined, base: null }
  return contextProcessor.process({ activeCtx, localCtx, overrideProtected, options })
}

/** A context, and after it one that has nothing to do with it. */
function after(context: JsonObject) {
  return process(initialContext(), [context, { unrelated: 'https://terms.example/unrelated' }])
}

describe('below protected terms', () => {
  const SEVERAL = { '@protected': true, one: ONE, two: OTHER }

  it('none of them gets another meaning', async () => {
    const active = await after(SEVERAL)
    for (const term of ['one', 'two'])
      await expect(process(active, { [term]: 'https://terms.example/evil' })).rejects.toMatchObject(
        {
          details: { code: 'protected term redefinition' },
        },
      )
  })

  it('they are not swept away', async () => {
    const active = await after(SEVERAL)
    await expect(process(active, null)).rejects.toMatchObject({
      details: { code: 'invalid context nullification' },
    })
    expect((await process(active, null, true)).mappings.size).toBe(0)
  })

  it('all of them have their meaning', async () => {
    const { mappings } = await after(SEVERAL)
    expect([...mappings].map(([term, { '@id': id }]) => [term, id])).toEqual(
      expect.arrayContaining([
        ['one', ONE],
        ['two', OTHER],
      ]),
    )
  })
})

it('terms that are not protected get another meaning, and are swept away', async () => {
  const active = await after({ one: ONE })
  expect((await process(active, { one: OTHER })).mappings.get('one')?.['@id']).toBe(OTHER)
  expect(active.mappings.get('one')?.['@id']).toBe(ONE)
  expect((await process(active, null)).mappings.size).toBe(0)
})
