/**
 * Real trusted lists of the shared corpus, of 2020: their signatures hold under the certificates that the
 * list of lists names, as two implementations find, and not one byte of their services can be changed.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DOMParser } from '@xmldom/xmldom'
import { describe, expect, test } from 'vitest'
import { ExclusiveCanonicalization } from 'xml-crypto'
import { openList } from '../../src/verifier/trusted-lists/open-list'
import {
  readListOfLists,
  readTrustedList,
  type ListOfLists,
  type ListPointer,
} from '../../src/verifier/trusted-lists/read-trusted-list'

const FOLDER = join(process.env.CORPUS_DIR ?? '../shared/corpus', 'eu-trusted-lists')
const isPresent = existsSync(FOLDER)
if (!isPresent) console.log(`skipped: no trusted lists in ${FOLDER}`)

const file = (name: string): Uint8Array => readFileSync(join(FOLDER, `${name}.xml`))

async function listOfLists(): Promise<ListOfLists> {
  const read = await readListOfLists(file('EU'))
  if (read.is !== 'list') throw new Error(read.expected)
  expect(read.signature.is).toBe('holds')
  return read.list
}

async function pointerTo(country: string): Promise<ListPointer> {
  const { pointers } = await listOfLists()
  const found = pointers.find((pointer) => pointer.country === country)
  if (!found) throw new Error(`no pointer to ${country}`)
  return found
}

describe.runIf(isPresent)('EU trusted lists of the corpus', () => {
  test('the list of lists names 31 countries, each with who may sign', async () => {
    const { pointers, issued, nextUpdate } = await listOfLists()
    expect(new Set(pointers.map(({ country }) => country)).size).toBe(31)
    expect(pointers.every(({ signers }) => signers.length > 0)).toBe(true)
    expect([issued, nextUpdate]).toEqual(['2020-04-29T08:00:00.000Z', '2020-10-29T00:00:00.000Z'])
  })

  test.each([
    ['BE', 30, 7],
    ['IE', 5, 2],
  ])('%s: %i services, %i of them ever for seals', async (country, services, forSeals) => {
    const read = await readTrustedList(file(country), await pointerTo(country))
    if (read.is !== 'list') throw new Error(read.expected)
    expect(read.signature.is).toBe('holds')
    expect(read.list.services).toHaveLength(services)
    const seals = read.list.services.filter(({ states }) => states.some((one) => one.forSeals))
    expect(seals).toHaveLength(forSeals)
    // Kept small: less than a fifteenth of the file.
    expect(JSON.stringify(read.list).length).toBeLessThan(file(country).length / 15)
  })

  test('signed for one country, they are not lists of another', async () => {
    const asOther = { ...(await pointerTo('IE')), country: 'BE' }
    const read = await readTrustedList(file('BE'), asOther)
    expect(read).toMatchObject({ is: 'list', list: { signed: false } })
  })

  test('with any byte of the services changed, they are not signed', async () => {
    const pointer = await pointerTo('IE')
    const bytes = file('IE')
    const text = new TextDecoder().decode(bytes)
    const from = text.indexOf('<TrustServiceProviderList>')
    const to = text.indexOf('<ds:Signature')
    for (let at = from; at < to; at += 1777) {
      const altered = Uint8Array.from(bytes)
      altered[at] = (altered[at] ?? 0) === 0x41 ? 0x42 : 0x41
      const read = await readTrustedList(altered, pointer)
      if (read.is === 'list') expect(read.signature.is, String(at)).toBe('altered')
    }
  })

  test.each(['EU', 'BE', 'IE'])('%s has the canonical form that xml-crypto finds', async (name) => {
    const document = new DOMParser().parseFromString(
      new TextDecoder().decode(file(name)),
      'text/xml',
    )
    const [signature] = Array.from(
      document.getElementsByTagNameNS('http://www.w3.org/2000/09/xmldsig#', 'Signature'),
    )
    signature?.parentNode?.removeChild(signature)
    const root = document.documentElement as unknown as Element
    const theirs = new ExclusiveCanonicalization().process(root, {})
    const { canonical } = await openList(file(name), () => undefined)
    expect(new TextDecoder().decode(canonical) === theirs).toBe(true)
  })
})
