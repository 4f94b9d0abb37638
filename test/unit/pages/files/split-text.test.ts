import { describe, expect, test } from 'vitest'
import { hostsIn, isOfLines, splitLines, splitPasted } from '../../../../src/pages/files/split-text'

const JWT = 'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJhIn0.c2lnbmF0dXJl'

describe('a file of lines', () => {
  test('is one by its name, in either spelling', () => {
    expect(['a.jsonl', 'b.NDJSON'].map(isOfLines)).toEqual([true, true])
    expect(['a.json', 'jsonl', 'a.jsonl.png'].map(isOfLines)).toEqual([false, false, false])
  })

  test('gives a part for each credential, named by its line', () => {
    const { parts, badLines } = splitLines(`{"id":1}\n\n${JWT}\nhttps://a.example/b\n`, 'x.jsonl')
    expect(parts).toEqual([
      { name: 'x.jsonl:1', text: '{"id":1}' },
      { name: 'x.jsonl:3', text: JWT },
      { name: 'x.jsonl:4', text: 'https://a.example/b' },
    ])
    expect(badLines).toEqual([])
  })

  test('keeps the good lines of a file with bad ones, and names these by their numbers', () => {
    const text = '\uFEFF{"id":1}\r\n{"id":\r\n[1]\r\n"text"\r\nhello\r\n{"id":2}'
    const { parts, badLines } = splitLines(text, 'x.jsonl')
    expect(parts.map((part) => part.text)).toEqual(['{"id":1}', '{"id":2}'])
    expect(badLines).toEqual([2, 3, 4, 5])
  })

  test('is read as far as there is room', () => {
    const { parts, left } = splitLines('{}\n'.repeat(5_000), 'x.jsonl')
    expect(parts).toHaveLength(100)
    expect(left).toBe(4_900)
  })

  test('that nests without end is a bad line and no crash', () => {
    const deep = `{"a":${'['.repeat(2_000_000)}`
    expect(splitLines(`${deep}\n{}`, 'x.jsonl')).toMatchObject({ badLines: [1], left: 0 })
  })
})

describe('a pasted text', () => {
  test('of several addresses is each of them, called by itself', () => {
    const { parts } = splitPasted(' https://a.example/1 \n\nhttps://b.example/2', 'Pasted text')
    expect(parts).toEqual([
      { name: 'https://a.example/1', text: 'https://a.example/1' },
      { name: 'https://b.example/2', text: 'https://b.example/2' },
    ])
  })

  test('of several lines that is one credential stays one', () => {
    const pretty = JSON.stringify({ id: 1, type: ['A'] }, null, 2)
    expect(splitPasted(pretty, 'Pasted text').parts).toEqual([
      { name: 'Pasted text', text: pretty },
    ])
  })

  test.each([64, 96, 132, 256, 384, 512])(
    'that is a token which a mail program broke is one without its breaks: %i bytes of signature',
    (bytes) => {
      const signature = Buffer.alloc(bytes, 7).toString('base64url')
      const token = `eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJhIn0.${signature}`
      const wrapped = token.replace(/.{20}/g, '$&\r\n')
      expect(wrapped).toContain('\n')
      const part = { name: 'Pasted text', text: token }
      expect(splitPasted(wrapped, 'Pasted text').parts).toEqual([part])
      expect(splitPasted(`${wrapped} and a word`, 'Pasted text').parts).not.toEqual([part])
      // Put together with what was written below it, a genuine one would be an altered one.
      for (const text of [`${token}\nThanks`, `${wrapped}\nThanks`])
        expect(splitPasted(text, 'Pasted text').parts).toEqual([{ name: 'Pasted text', text }])
    },
  )

  test('that is a token with disclosures is one as well', () => {
    const token = `${JWT}~WyJ4Il0~`
    const wrapped = token.replace(/.{20}/g, '$&\n')
    expect(splitPasted(wrapped, '').parts).toEqual([{ name: '', text: token }])
  })

  test('with one line that is no address is no list of addresses', () => {
    const text = 'https://a.example/1\nlook at this'
    expect(splitPasted(text, 'Pasted text').parts).toEqual([{ name: 'Pasted text', text }])
  })
})

describe('whom it would lead to', () => {
  test('is named by host, each once', () => {
    expect(hostsIn('https://a.example/1\nhttps://a.example/2\nhttps://b.example:8443/')).toEqual([
      'a.example',
      'b.example:8443',
    ])
  })

  test('is the host that is asked, and not what pretends to be one', () => {
    expect(hostsIn('https://university.example@cheap.example/')).toEqual(['cheap.example'])
  })

  test.each([
    '',
    '{"id":"https://a.example/"}',
    'javascript:alert(1)',
    'https://',
    'see a.example',
  ])('is nobody for %j', (text) => {
    expect(hostsIn(text)).toEqual([])
  })
})
