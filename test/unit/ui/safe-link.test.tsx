import { expect, test } from 'vitest'
import { SafeLink } from '../../../src/ui/safe-link'
import { readText, shown } from './shown'

const linked = (url: string): string => readText(shown(<SafeLink url={url} />)).trim()

test('a long address keeps its host whole, and the beginning of its path', () => {
  const host = `www.harvard.edu.${'a'.repeat(60)}.evil.example`
  expect(linked(`https://${host}/criteria/and/more/of/it`)).toBe(`${host}/criteria/an…`)
  expect(linked(`https://${host}/`)).toBe(host)
})

test('a short one is all there', () => {
  expect(linked('https://issuer.example/criteria?id=1')).toBe('issuer.example/criteria?id=1')
})
