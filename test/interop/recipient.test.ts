/** Recipient hashes of the shared corpus: real assertions and the same one under other algorithms. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Recipient } from '../../src/verifier/credential'
import { matchRecipient } from '../../src/verifier/recipients/match'

const FOLDER = join(process.env.CORPUS_DIR ?? '../shared/corpus', 'recipient')
const EMILY = 'emily@mozillafoundation.org'

if (!existsSync(FOLDER)) console.log(`skipped: no recipient hashes in ${FOLDER}`)

/** Open Badges 0.5: `recipient` is the address or its hash, `salt` beside it. */
function recipientOf(file: string): Recipient {
  const { recipient, salt } = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as {
    recipient?: string
    salt?: string
  }
  if (recipient === undefined) return { identities: [] }
  const hashed = recipient.includes('$')
  return {
    identities: [{ type: 'email', value: recipient, hashed, ...(salt !== undefined && { salt }) }],
  }
}

describe.runIf(existsSync(FOLDER))('recipient corpus', () => {
  test.each([
    ['emily-mozfestivator.json', 'matches', 'differs'],
    ['md5-emily-mozfestivator.json', 'matches', 'differs'],
    ['sha256-emily-mozfestivator.json', 'matches', 'differs'],
    ['sha512-emily-mozfestivator.json', 'matches', 'differs'],
    ['sunny-mozfesticipant.json', 'differs', 'differs'],
    ['unsupported-hash.json', 'unknown', 'unknown'],
    ['not-assertion.json', 'unknown', 'unknown'],
  ])('%s: %s for Emily, %s for somebody else', async (file, emily, other) => {
    const recipient = recipientOf(file)
    expect((await matchRecipient(recipient, [EMILY])).holder).toBe(emily)
    expect((await matchRecipient(recipient, [EMILY.toUpperCase()])).holder).toBe(emily)
    expect((await matchRecipient(recipient, ['eve@mozillafoundation.org'])).holder).toBe(other)
  })
})
