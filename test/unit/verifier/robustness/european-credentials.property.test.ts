/** European Digital Credentials that were damaged, before they were sealed or after, alone or in a PDF. */
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import type { JsonObject } from '../../../../src/verifier/verification'
import { europeanCredential } from '../../../fixtures/elm-3'
import { pdfWith } from '../../../fixtures/pdf'
import { sealCredential } from '../../../fixtures/seals'
import { damagedFile } from './damaged-bytes'
import { changed, documentChange } from './damaged-json'
import { textDamage } from './damaged-text'
import { judgeAnything } from './judge-anything'
import { tries, TIMEOUT } from './runs'

const documents = (['claim', 'specification'] as const).map(
  (mapping) => europeanCredential({ mapping }) as JsonObject,
)
const changes = fc.array(documentChange, { minLength: 1, maxLength: 3 })
const down = () => Promise.reject(new TypeError('down'))

let sealed: JsonObject
beforeAll(async () => {
  sealed = await sealCredential(documents[0] ?? {})
}, TIMEOUT)

it('a document changed at any path is a report, sealed or not', { timeout: TIMEOUT }, async () => {
  const property = fc.asyncProperty(
    fc.constantFrom(...documents),
    changes,
    fc.boolean(),
    async (document, made, isSealed) => {
      const damaged = made.reduce(changed, document)
      const text = JSON.stringify(isSealed ? await sealCredential(damaged) : damaged)
      await judgeAnything({ text }, down)
    },
  )
  await tries(property, 80)
})

it('a sealed text that was changed is a report, and never fine', { timeout: TIMEOUT }, async () => {
  const property = fc.asyncProperty(textDamage, fc.boolean(), async (damage, isPayload) => {
    const whole = JSON.stringify(sealed)
    const payload = sealed.payload as string
    const text = isPayload ? JSON.stringify({ ...sealed, payload: damage(payload) }) : damage(whole)
    const report = await judgeAnything({ text }, down)
    if (!text.includes(JSON.stringify(payload)))
      expect(['authentic', 'trusted']).not.toContain(report.verdict)
  })
  await tries(property, 80)
})

it('a damaged PDF is a report within the limits', { timeout: TIMEOUT }, async () => {
  const content = JSON.stringify(documents[0])
  const files = [
    pdfWith([{ content }]),
    pdfWith([{ content: 'words' }, { content, filters: ['ASCII85Decode', 'FlateDecode'] }]),
    pdfWith([{ content, filters: [], length: '9 0 R' }], { objects: ['9 0 obj\n7\nendobj\n'] }),
  ]
  const property = fc.asyncProperty(damagedFile(files), async (bytes) => {
    await judgeAnything({ bytes }, down)
  })
  await tries(property, 100)
})
