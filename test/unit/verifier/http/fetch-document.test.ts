import { expect, it } from 'vitest'
import { fetchDocument } from '../../../../src/verifier/http/fetch-document'
import { createGuardedFetch } from '../../../../src/verifier/http/guarded-fetch'
import { LIMITS } from '../../../../src/verifier/http/limits'
import type { Verification } from '../../../../src/verifier/verification'

const URL_OF_BADGE = 'https://platform.example/assertions/1'

/** A platform that answers to these kinds of answer alone. */
function platform(answersTo: (accept: string) => boolean, otherwise = 406) {
  const asked: string[] = []
  const fetch = (_: unknown, { headers }: RequestInit = {}): Promise<Response> => {
    const accept = new Headers(headers).get('accept') ?? ''
    asked.push(accept)
    return Promise.resolve(
      answersTo(accept)
        ? new Response('{"id":"x"}', { headers: { 'content-type': 'application/json' } })
        : new Response('<p>No</p>', { status: otherwise }),
    )
  }
  const http = createGuardedFetch({ fetch }, LIMITS)
  const verification = { http, limits: LIMITS } as unknown as Verification
  return { asked, get: () => fetchDocument(URL_OF_BADGE, 'assertion', verification) }
}

it.each([406, 415])('a platform that answers %i is asked for JSON alone', async (status) => {
  const { asked, get } = platform((accept) => accept === 'application/json', status)
  expect(await get()).toMatchObject({ ok: true, json: { id: 'x' } })
  expect(asked).toEqual(['application/ld+json, application/json', 'application/json'])
})

it('one that answers to nothing is asked twice and no more', async () => {
  const { asked, get } = platform(() => false)
  expect(await get()).toMatchObject({ ok: false, status: 406 })
  expect(asked).toHaveLength(2)
})

it.each([403, 404, 410, 500])('%i is an answer, whatever was asked for', async (status) => {
  const { asked, get } = platform(() => false, status)
  expect(await get()).toMatchObject({ ok: false, status })
  expect(asked).toHaveLength(1)
})
