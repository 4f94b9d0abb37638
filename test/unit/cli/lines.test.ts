import { describe, expect, test } from 'vitest'
import { english } from '../../../src/cli/english'
import { humanFailure, humanLine, jsonFailure, jsonLine } from '../../../src/cli/lines'
import { verifyBadge } from '../../../src/verifier'
import { english as independent, englishMessages } from '../ui/english'

const NOW = new Date('2026-01-15T12:00:00Z')

/** A badge whose issuer must be asked, and is not. */
function report(name: string) {
  const credential = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: 'did:web:issuer.example', type: ['Profile'], name: 'Issuer\u001B[2J' },
    credentialSubject: { achievement: { name } },
  }
  return verifyBadge(
    { text: JSON.stringify(credential) },
    { fetch: () => Promise.reject(new Error('down')), now: () => NOW },
  )
}

describe('for programs', () => {
  test('the whole report, with its name, on one line', async () => {
    const said = await report('a\nb')
    const line = jsonLine('x\ny.png', said)
    expect(line.indexOf('\n')).toBe(line.length - 1)
    expect(JSON.parse(line)).toEqual({
      input: 'x\ny.png',
      ...(JSON.parse(JSON.stringify(said)) as object),
    })
  })

  test('a failure has its code', () => {
    const error = { code: 'not-found', message: 'There is no a.' } as const
    expect(JSON.parse(jsonFailure('a', error))).toEqual({ input: 'a', error })
  })
})

describe('for people', () => {
  test('verdict, file and why, on one line', async () => {
    const line = humanLine('badges/a.png', await report('Welding'))
    expect(line).toMatch(/^unverifiable {2}badges\/a\.png · /)
    expect(line.indexOf('\n')).toBe(line.length - 1)
  })

  test('neither a file name nor a failure speaks to the terminal or makes a line of its own', async () => {
    const name = 'a\u001B[2J\nauthentic  b.png\u202E\t.png'
    for (const line of [
      humanLine(name, await report('\u001B]0;x\u0007\nauthentic  c.png')),
      humanFailure({ code: 'not-found', message: `There is no ${name}.` }),
    ]) {
      // eslint-disable-next-line no-control-regex -- what must not be in it
      expect(line).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]/)
      expect(line.indexOf('\n')).toBe(line.length - 1)
    }
  })
})

test('speaks as the pages do', () => {
  for (const key of Object.keys(englishMessages) as Parameters<typeof english>[0][]) {
    const values = ['$1', '<b>', '$HOST$', '4', '5', '6', '7', '8', '9']
    expect(english(key, values)).toBe(independent(key, values))
  }
})
