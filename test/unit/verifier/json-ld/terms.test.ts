import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BUNDLED_CONTEXTS } from '../../../../src/verifier/json-ld/contexts'
import { OutsideSubset } from '../../../../src/verifier/json-ld/outside-subset'
import {
  contextProcessor,
  type ActiveContext,
  type ContextResolver,
  type TermMapping,
} from '../../../../src/verifier/json-ld/processor'
import {
  MOST_CONTEXTS,
  NO_TERMS,
  withContext,
  type Terms,
} from '../../../../src/verifier/json-ld/terms'
import { isObject } from '../../../../src/verifier/reading/json-values'
import type { JsonObject, JsonValue } from '../../../../src/verifier/verification'

const RUNS = Number(process.env.PROPERTY_RUNS ?? 150)

/** Names that no context defines. */
const UNKNOWN = ['constructor', 'toString', '__proto__', '@version', '@protected', 'nobody']

const BUNDLED = [...new Set(BUNDLED_CONTEXTS.values())].map(
  (document) => (document as { '@context': JsonObject })['@context'],
)

type Processed = ActiveContext & { mappings: Map<string, TermMapping>; '@vocab'?: string }

/** For the contexts given: what those scoped to their terms are refused for, another test looks at. */
function resolver(): ContextResolver {
  let isScoped = false
  return {
    resolve: ({ context }) => {
      const documents = Array.isArray(context) ? context : [context]
      const isPassed = isScoped
      isScoped = true
      return Promise.resolve(
        documents.map((document) => ({
          document: document as JsonObject,
          getProcessed: (active) => (isPassed ? { context: active, events: [] } : undefined),
          setProcessed: () => undefined,
        })),
      )
    },
  }
}

/** All terms at once, by `jsonld`. */
function processed(active: ActiveContext, contexts: JsonObject[], overrideProtected = false) {
  const eventHandler = [
    ({ event }: { event: { code: string } }) => {
      throw new Error(event.code)
    },
  ]
  const processing = {
    activeCtx: active,
    localCtx: contexts as JsonValue,
    overrideProtected,
    options: { contextResolver: resolver(), eventHandler, base: null },
  }
  return contextProcessor.process(processing) as Promise<Processed>
}

const INITIAL = contextProcessor.getInitialContext({})

function layered(below: Terms, contexts: JsonObject[], overrideProtected = false): Terms {
  return contexts.reduce((terms, each) => withContext(terms, each, overrideProtected), below)
}

async function outcomeOf<Value>(make: () => Value | Promise<Value>): Promise<Value | 'refused'> {
  try {
    return await make()
  } catch {
    return 'refused'
  }
}

/** @returns whether the contexts can stand together, and what is scoped to a term below them */
async function compare(
  contexts: JsonObject[],
  scoped?: JsonObject,
  overrideProtected = false,
): Promise<boolean> {
  const inner = scoped ? [scoped] : []
  const measure = await outcomeOf(async () =>
    processed(await processed(INITIAL, contexts), inner, overrideProtected),
  )
  const make = () => layered(layered(NO_TERMS, contexts), inner, overrideProtected)
  const ours = await outcomeOf(make)
  if (measure === 'refused' || ours === 'refused') {
    expect(ours).toBe(measure)
    return false
  }
  expect(ours.vocabulary).toBe(measure['@vocab'])
  const names = [...contexts, ...inner].flatMap((each) => Object.keys(each))
  for (const name of new Set([...names, ...measure.mappings.keys()]))
    // Each by itself, so that none is there because another was asked for before.
    expect(make().mapping(name)).toEqual(measure.mappings.get(name))
  return true
}

describe('terms that are defined when they are asked for', () => {
  it('are those of jsonld, for every bundled context', async () => {
    for (const context of BUNDLED) expect(await compare([context])).toBe(true)
  })

  it('are those of jsonld or refused with them, for every two of them in either order', async () => {
    const together: boolean[] = []
    for (const one of BUNDLED)
      for (const other of BUNDLED) together.push(await compare([one, other]))
    expect(together.filter(Boolean).length).toBeGreaterThan(100)
    expect(together.filter((can) => !can).length).toBeGreaterThan(10)
  }, 60_000)

  it('are those of jsonld in what is scoped to a term, as to a type and as to a property', async () => {
    const entered: boolean[] = []
    for (const context of BUNDLED)
      for (const definition of Object.values(context)) {
        const scoped = isObject(definition) ? definition['@context'] : undefined
        if (!isObject(scoped)) continue
        for (const overrides of [false, true])
          entered.push(await compare([context], scoped, overrides))
      }
    expect(entered.filter(Boolean).length).toBeGreaterThan(100)
  }, 60_000)

  it('are those of jsonld in chains of contexts, in whatever order they are asked for', async () => {
    const outcomes = { both: 0, refused: 0 }
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (draw) => {
        let measure = INITIAL as Processed
        let ours = NO_TERMS
        for (let height = 0; height < 6; height++) {
          const scoped = [...(measure.mappings as Iterable<[string, TermMapping]>)].flatMap(
            ([, { '@context': inner }]) => (isObject(inner) ? [inner] : []),
          )
          const isScoped = scoped.length > 0 && draw(fc.boolean)
          const overrides = isScoped && draw(fc.boolean)
          const context = draw(fc.constantFrom, ...(isScoped ? scoped : BUNDLED)) as JsonObject
          const next = await outcomeOf(() => processed(measure, [context], overrides))
          const mine = await outcomeOf(() => withContext(ours, context, overrides))
          if (next === 'refused' || mine === 'refused') {
            expect(mine).toBe(next)
            outcomes.refused++
            return
          }
          const order = draw(fc.shuffledSubarray, [...next.mappings.keys(), ...UNKNOWN])
          for (const name of order) expect(mine.mapping(name)).toEqual(next.mappings.get(name))
          outcomes.both++
          measure = next
          ours = mine
        }
      }),
      { numRuns: RUNS },
    )
    expect(outcomes.both).toBeGreaterThan(RUNS)
    expect(outcomes.refused).toBeGreaterThan(0)
  }, 120_000)

  it('are none that a context inherits from all objects, or that no context defines', () => {
    const terms = layered(NO_TERMS, BUNDLED.slice(0, 1))
    for (const name of UNKNOWN) expect(terms.mapping(name)).toBeUndefined()
  })
})

describe('what is wrong with a context', () => {
  const NAME = 'https://terms.example/name'
  const under = layered(NO_TERMS, [{ '@protected': true, name: NAME }])

  it('is seen at once where it gives a protected term another meaning', () => {
    const evil = { name: 'https://attacker.example/name' }
    expect(() => withContext(under, evil, false)).toThrow()
    expect(() => withContext(under, { name: NAME }, false)).not.toThrow()
    expect(withContext(under, evil, true).mapping('name')?.['@id']).toBe(evil.name)
    expect(under.mapping('name')?.['@id']).toBe(NAME)
  })

  it('is seen two contexts below as well', () => {
    const between = withContext(under, { other: 'https://terms.example/other' }, false)
    expect(() => withContext(between, { name: null }, false)).toThrow()
  })

  it('is not forgotten: what failed once has no meaning later, and nothing beside it', () => {
    const context = { bad: 'no IRI', uses: 'bad:er', good: 'https://terms.example/good' }
    const terms = withContext(under, context, false)
    expect(terms.mapping('good')).toBeDefined()
    for (const name of ['uses', 'bad', 'bad', 'good', 'name'])
      expect(() => terms.mapping(name)).toThrow()
  })

  it('is seen in the order in which jsonld sees it where protected terms may change', async () => {
    const below = { '@protected': true, pre: 'https://a.example/' }
    const changes = { pre: 'https://b.example/' }
    expect(await compare([below], { ...changes, uses: 'pre:x' }, true)).toBe(true)
    expect(await compare([below], { uses: 'pre:x', ...changes }, true)).toBe(false)
  })

  it('or too many on each other, in each of which a name would be looked for', () => {
    const [context = {}] = BUNDLED
    const many = layered(NO_TERMS, Array<JsonObject>(MOST_CONTEXTS).fill(context))
    expect(many.mapping('nobody')).toBeUndefined()
    expect(() => withContext(many, context, false)).toThrow(OutsideSubset)
  })

  it.each<[string, JsonObject]>([
    ['another version', { '@version': 1 }],
    ['a base', { '@base': 'https://terms.example/' }],
    ['a language', { '@language': 'en' }],
    ['another context', { '@import': 'https://terms.example/context' }],
    ['an end', { '@propagate': false }],
    ['no vocabulary any more', { '@vocab': null }],
    ['a relative vocabulary', { '@vocab': '#' }],
    ['a shortened vocabulary', { '@vocab': 'name:' }],
  ])('or beyond what is read here is left to the library: %s', (_, context) => {
    expect(() => withContext(under, context, false)).toThrow(OutsideSubset)
  })
})
