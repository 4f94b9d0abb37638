import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import type { JsonObject } from '../../../../src/verifier/verification'
import { changed, documentChange } from './damaged-json'
import { textDamage } from './damaged-text'
import { judgeAnything } from './judge-anything'
import { tries, TIMEOUT } from './runs'
import { samples, type Samples } from './samples'

let genuine: Samples
beforeAll(async () => {
  genuine = await samples()
}, TIMEOUT)

const changes = fc.array(documentChange, { minLength: 1, maxLength: 3 })

it('a document changed at any path is a report', { timeout: TIMEOUT }, async () => {
  const property = fc.asyncProperty(
    fc.constantFrom(...genuine.json),
    changes,
    async (document, made) => {
      const damaged = made.reduce(changed, document)
      await judgeAnything({ text: JSON.stringify(damaged) }, genuine.fetch)
    },
  )
  await tries(property, 150)
})

it('JSON text that no encoder writes is a report', { timeout: TIMEOUT }, async () => {
  const property = fc.asyncProperty(
    fc.constantFrom(...genuine.json),
    textDamage,
    async (document, damage) => {
      await judgeAnything({ text: damage(JSON.stringify(document)) }, genuine.fetch)
    },
  )
  await tries(property, 150)
})

it('a JWT changed in any part is a report', { timeout: TIMEOUT }, async () => {
  const part = fc.nat(2)
  const property = fc.asyncProperty(
    fc.constantFrom(...genuine.jwt),
    part,
    fc.oneof(
      documentChange.map((change) => (text: string) => damagedPart(text, change)),
      textDamage.map((damage) => (text: string) => encode(damage(decode(text)))),
      fc.nat().map((at) => (text: string) => text.slice(0, at % text.length)),
      fc.string({ maxLength: 5 }).map((noise) => (text: string) => text + noise),
    ),
    async (jwt, index, damage) => {
      const parts = jwt.split('.').map((text, at) => (at === index ? damage(text) : text))
      const report = await judgeAnything({ text: parts.join('.') }, genuine.fetch)
      if (parts.join('.') !== jwt) expect(['authentic', 'trusted']).not.toContain(report.verdict)
    },
  )
  await tries(property, 150)
})

it('servers that answer with changed documents make a report', { timeout: TIMEOUT }, async () => {
  const property = fc.asyncProperty(
    fc.constantFrom(...genuine.json.map((json) => JSON.stringify(json)), ...genuine.jwt),
    changes,
    fc.constantFrom(200, 200, 200, 404, 410, 500),
    async (text, made, status) => {
      await judgeAnything({ text }, async (url) => {
        const answer = await genuine.fetch(url)
        const body = parsed(await answer.text())
        const damaged = body === undefined ? 'no' : JSON.stringify(made.reduce(changed, body))
        return new Response(damaged, { status })
      })
    },
  )
  await tries(property, 100, 0.5)
})

it('JSON of any kind is a report', { timeout: TIMEOUT }, async () => {
  const property = fc.asyncProperty(fc.json({ maxDepth: 4 }), async (text) => {
    const report = await judgeAnything({ text }, genuine.fetch)
    expect(['none', 'unverifiable']).toContain(report.verdict)
  })
  await tries(property, 100, 0.1)
})

function damagedPart(text: string, change: Parameters<typeof changed>[1]): string {
  const json = parsed(decode(text))
  return json === undefined ? `${text}A` : encode(JSON.stringify(changed(json, change)))
}

const decode = (text: string) => Buffer.from(text, 'base64url').toString('utf8')
const encode = (text: string) => Buffer.from(text).toString('base64url')

function parsed(text: string): JsonObject | undefined {
  try {
    return JSON.parse(text) as JsonObject
  } catch {
    return undefined
  }
}
