import { expect, it } from 'vitest'
import { sertifier } from '../../../../src/discovery/providers/sertifier'
import { checkProvider } from './check-provider'

checkProvider(sertifier, {
  pages: [
    'https://verified.sertifier.com/en/verify/14899124979984/?ref=email',
    'https://verified.cv/en/verify/14899124979984',
    'https://an-issuer.verified.cv/en/verify/14899124979984?ref=email',
  ],
  others: [
    'https://verified.sertifier.com/en/verify/',
    'https://sertifier.com/en/verify/14899124979984',
    'https://accounts.issuer.example/en/verify/14899124979984',
    'https://certificates.issuer.example/en/verify/overview',
  ],
})

it('knows its pages at domains of those who issue with it', () => {
  const page = new URL('https://certificates.issuer.example/en/verify/14899124979984')
  expect(sertifier.recognise(page)).toEqual({ is: 'page' })
  expect(sertifier.links.some((pattern) => pattern.test(page.href))).toBe(true)
})
