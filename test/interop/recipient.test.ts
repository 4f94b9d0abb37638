/**
 * Recipient hashes of the shared corpus: real assertions of Open Badges 0.5 and the same one under
 * other algorithms, each served where its issuer says and verified from its address to its holder.
 */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { verifyBadge } from '../../src/verifier'
import { fakeWeb } from '../unit/verifier/fake-web'
import { corpusJson } from './w3c-corpus'

const FOLDER = join(process.env.CORPUS_DIR ?? '../shared/corpus', 'recipient')
const EMILY = 'emily@mozillafoundation.org'
const ADDRESS = 'https://badges.webmaker.org/badge/assertion/1'

type Expected = [emily: string, somebodyElse: string, verdicts: [emily: string, other: string]]

/** For Emily and for somebody else: whose it is, and the verdict. */
const FILES: Record<string, Expected> = {
  'emily-mozfestivator.json': ['matches', 'differs', ['authentic', 'attention']],
  'md5-emily-mozfestivator.json': ['matches', 'differs', ['authentic', 'attention']],
  'sha256-emily-mozfestivator.json': ['matches', 'differs', ['authentic', 'attention']],
  'sha512-emily-mozfestivator.json': ['matches', 'differs', ['authentic', 'attention']],
  'sunny-mozfesticipant.json': ['differs', 'differs', ['attention', 'attention']],
  'unsupported-hash.json': ['unknown', 'unknown', ['attention', 'attention']],
  'not-assertion.json': ['not-asked', 'not-asked', ['none', 'none']],
}

const isPresent = existsSync(FOLDER)
if (!isPresent) console.log(`skipped: no recipient hashes in ${FOLDER}`)

function verify(file: string, recipient: string) {
  const { fetch } = fakeWeb({ [ADDRESS]: corpusJson(`recipient/${file}`) })
  const now = () => new Date('2026-06-01T12:00:00Z')
  return verifyBadge({ url: ADDRESS }, { fetch, now, recipients: [recipient] })
}

describe.runIf(isPresent)('recipient corpus', () => {
  test('holds no file that nothing is expected of', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(FILES).sort())
  })

  test.each(Object.entries(FILES))('%s', async (file, [emily, other, verdicts]) => {
    for (const spelled of [EMILY, EMILY.toUpperCase(), ` mailto:${EMILY}`])
      expect(await verify(file, spelled)).toMatchObject({ holder: emily, verdict: verdicts[0] })
    const report = await verify(file, 'eve@mozillafoundation.org')
    expect(report).toMatchObject({ holder: other, verdict: verdicts[1] })
  })

  test('a hash that cannot be compared is named', async () => {
    const report = await verify('unsupported-hash.json', EMILY)
    expect(report.reasons[0]).toEqual({ code: 'holder-not-comparable', params: { type: '1337' } })
  })
})
