import { expect, it } from 'vitest'
import { spentOn } from '../../../../src/verifier/http/spent'

const asked = (url: string, ms: number, from?: string) => ({
  ...{ url, ms, host: new URL(url).hostname, purpose: 'assertion' as const },
  ...(from !== undefined && { from }),
})

it('adds up hosts, documents and time; a redirect is no document of its own', () => {
  expect(
    spentOn([
      asked('https://a.example/1', 20),
      asked('https://b.example/1', 30, 'https://a.example/1'),
      asked('https://a.example/2', 5),
    ]),
  ).toEqual({ hosts: ['a.example', 'b.example'], requests: 2, ms: 55 })
  expect(spentOn([])).toEqual({ hosts: [], requests: 0, ms: 0 })
})
