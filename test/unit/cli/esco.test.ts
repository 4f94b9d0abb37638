/** ESCO in the command: from its download to what is said of a skill. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { escoIndexFrom } from '../../../src/cli/esco-file'
import { lookupIn } from '../../../src/cli/esco-lookup'
import { UsageError } from '../../../src/cli/failure'
import { humanLine } from '../../../src/cli/lines'
import { findInEsco } from '../../../src/verifier/alignments/esco'
import { recogniseAlignment } from '../../../src/verifier/alignments/recognise-alignment'
import type { EscoEntry } from '../../../src/verifier/alignments/esco-index/entry'
import { escoCsv, escoZip, ZIP_NAME } from '../../esco/official-download'
import { assertion, badge, BADGE, site, verify } from '../verifier/formats/open-badges-2-site'
import { temporaryFolder } from './temporary-folder'

const MADE = new Date('2026-01-15T12:00:00Z')
const uri = (number: number) =>
  `http://data.europa.eu/esco/skill/00000000-0000-4000-8000-00000000000${number}`
const CONCEPTS: EscoEntry[] = [
  { uri: uri(1), kind: 'skill', label: 'weld metal' },
  { uri: uri(2), kind: 'skill', label: 'use a forge', obsolete: true },
  {
    uri: uri(3).replace('/skill/', '/occupation/'),
    ...{ kind: 'occupation', label: 'welder' },
  },
  { uri: uri(4), kind: 'group', label: 'skills' },
]

function file(name: string, content: string | Uint8Array): string {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, content)
  return path
}

const NO_WAY = { get: () => Promise.reject(new Error('the network is closed')) }

async function found(path: string, targetName: string, targetUrl: string) {
  const lookup = lookupIn(await escoIndexFrom(path, MADE))
  const alignment = { targetName: { en: targetName }, targetUrl }
  return findInEsco(alignment, recogniseAlignment(alignment), lookup, NO_WAY)
}

describe('a download of ESCO', () => {
  test.each([
    ['weld metal', uri(1), 'found'],
    ['solder', uri(1), 'label-differs'],
    ['use a forge', uri(2), 'obsolete'],
    ['welder', 'urn:uuid:1', 'label-only'],
    ['juggle', uri(9), 'not-found'],
  ])('as it comes says of "%s" at %s: %s', async (name, url, result) => {
    expect(await found(file(ZIP_NAME, escoZip(CONCEPTS)), name, url)).toMatchObject({
      ...{ result, version: '1.2.0', source: 'offline', asOf: MADE.toISOString() },
    })
  })

  test('of one file leaves open what that file cannot hold', async () => {
    const skills = file('skills_en.csv', escoCsv(CONCEPTS.slice(0, 2)))
    expect(await found(skills, 'weld metal', uri(1))).toMatchObject({ result: 'found' })
    expect(await found(skills, 'juggle', uri(9))).toEqual({ result: 'unchecked', uri: uri(9) })
  })

  test.each([
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47])],
    ['another table', 'name,age\nA,1\n'],
    ['a zip that was cut off', escoZip(CONCEPTS).slice(0, 200)],
    ['nothing', ''],
  ])('that is %s is a mistake in a sentence', async (_, content) => {
    const made = escoIndexFrom(file('esco.zip', content), MADE)
    await expect(made).rejects.toThrow(UsageError)
    await expect(made).rejects.toThrow(/^--esco .*esco\.zip is no CSV download of ESCO: expected /)
  })

  test('that is not there, or no file, is a mistake in a sentence', async () => {
    await expect(escoIndexFrom('/nowhere/esco.zip', MADE)).rejects.toThrow(/^--esco: There is no/)
    await expect(escoIndexFrom(temporaryFolder(), MADE)).rejects.toThrow(UsageError)
  })
})

describe('the line for people', () => {
  const welding = { targetName: 'weld metal', targetUrl: uri(1) }
  const line = async (alignment: object[], path?: string) => {
    const esco = path === undefined ? {} : { esco: lookupIn(await escoIndexFrom(path, MADE)) }
    const pages = { ...site, [BADGE]: { ...badge, alignment } }
    return humanLine('a.png', await verify(assertion, pages, esco))
  }
  const juggling = { targetName: 'juggle', targetUrl: uri(9) }

  test('counts what the skills came to', async () => {
    const path = file(ZIP_NAME, escoZip(CONCEPTS))
    expect(await line([welding, welding, juggling], path)).toMatch(
      / · ESCO: 2 found, 1 not there\n$/,
    )
  })

  test('says that nothing was looked up where no download is named', async () => {
    expect(await line([welding])).toMatch(/ · ESCO: 1 not looked up\n$/)
  })

  test('says nothing of ESCO where the badge names no skill', async () => {
    expect(await line([])).not.toContain('ESCO')
  })
})
