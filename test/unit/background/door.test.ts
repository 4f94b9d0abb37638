import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Doors, type Door } from '../../../src/background/door'
import type { NetworkRule } from '../../../src/background/network-rule'

vi.mock('webextension-polyfill', () => ({ default: {} }))

let landsOn: string
let cancelled: boolean
let door: Door

/** As a browser answers that followed a redirect by itself. */
function answer(): Response {
  const body = new ReadableStream({
    cancel() {
      cancelled = true
    },
  })
  return Object.defineProperty(new Response(body), 'url', { value: landsOn })
}

beforeEach(async () => {
  cancelled = false
  vi.stubGlobal('fetch', () => Promise.resolve(answer()))
  const rule = { allow: () => Promise.resolve(() => undefined) } as unknown as NetworkRule
  const doors = new Doors(rule)
  const open = () => doors.open({ private: false, signal: new AbortController().signal })
  door = open()
  await door.admit('cdn.example')
  await door.admit('issuer.example')
  // Another check, for which the rule lets every request to this host pass.
  await open().admit('other.example')
})

describe('a redirect that the browser followed', () => {
  it.each([
    'https://other.example/a.png',
    'https://issuer.example:8443/a.png',
    'http://issuer.example/a.png',
    'https://sub.issuer.example/a.png',
  ])('brings nothing from %s, which this check may not ask', async (url) => {
    landsOn = url

    await expect(door.fetch('https://cdn.example/a.png')).rejects.toThrow(TypeError)
    expect(cancelled).toBe(true)
  })

  it.each(['https://cdn.example/b.png', 'https://issuer.example/a.png', ''])(
    'brings what %j answers, which it may ask',
    async (url) => {
      landsOn = url

      const response = await door.fetch('https://cdn.example/a.png')
      expect(response.ok).toBe(true)
    },
  )
})

it('asks nobody who was not admitted', async () => {
  const fetch = vi.spyOn(globalThis, 'fetch')

  await expect(door.fetch('https://other.example/')).rejects.toThrow(TypeError)
  expect(fetch).not.toHaveBeenCalled()
})
