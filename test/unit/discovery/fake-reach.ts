/** A web of given answers, which records what it is asked. */
import type { CredentialRequest, Reach, Reached } from '../../../src/discovery/find-credential'

const MARK = 'openbadges'

export const CREDENTIAL = JSON.stringify({ '@context': `https://w3id.org/${MARK}/v2` })
export const HTML = '<!doctype html><html><head></head><body>A page</body></html>'

/** A picture, with a credential in it or without. */
export const PNG = '\x89PNG\r\n\x1a\n'
export const BAKED_PNG = `${PNG}${MARK}`

/** A text is answered with 200, a number is a status; anything else as given. */
export type Answers = Record<
  string,
  string | number | Reached | ((accept: string) => string | number | Reached)
>

export interface FakeReach {
  reach: Reach
  /** `Accept` and address of each request, in order. */
  asked: string[]
  requests: CredentialRequest[]
}

export function fakeReach(answers: Answers): FakeReach {
  const asked: string[] = []
  const requests: CredentialRequest[] = []
  const reach: Reach = {
    get: (request) => {
      requests.push(request)
      asked.push(`${request.accept} ${request.url}`)
      const given = answers[request.url] ?? 404
      const answer = typeof given === 'function' ? given(request.accept) : given
      return Promise.resolve(typeof answer === 'object' ? answer : reached(request.url, answer))
    },
    holdsCredential: (bytes) => new TextDecoder('latin1').decode(bytes).includes(MARK),
  }
  return { reach, asked, requests }
}

export function reached(url: string, answer: string | number): Reached {
  const text = typeof answer === 'string' ? answer : ''
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0))
  const status = typeof answer === 'number' ? answer : 200
  return { ok: true, status, url, bytes, mediaType: 'text/html' }
}
