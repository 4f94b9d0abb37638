import { readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'

vi.mock('webextension-polyfill', () => ({ default: {} }))
const { readPolicy } = await import('../../../src/background/policy')

const read = (managed: unknown) => {
  const { policy, ...rest } = readPolicy(managed)
  return { ...policy, sites: Object.fromEntries(policy.sites), ...rest }
}

describe('a policy', () => {
  it('is read whole', () => {
    expect(
      read({
        sites: [
          { site: '*.Uni.example', mode: 'always' },
          { site: 'intranet', mode: 'off' },
        ],
        defaultMode: 'click',
        usersMayChangeModes: false,
        trustLists: ['https://quality.example/list.json', 'http://quality.example/list.json#x'],
      }),
    ).toEqual({
      sites: { '*.uni.example': 'always', intranet: 'off' },
      defaultMode: 'click',
      usersMayChange: false,
      lists: ['https://quality.example/list.json'],
      isSet: true,
      problems: [],
    })
  })

  it.each([undefined, {}])('that is not there settles nothing: %j', (managed) => {
    expect(read(managed)).toEqual({
      ...{ sites: {}, usersMayChange: true, lists: [] },
      ...{ isSet: false, problems: [] },
    })
  })

  it('loses what cannot be read, one by one, and says where it stands', () => {
    const { sites, lists, problems, defaultMode } = read({
      sites: [
        { site: '*.co.uk', mode: 'always' },
        { site: 'uni.example', mode: 'yes' },
        { site: 'good.example', mode: 'off' },
        { site: 'GOOD.example', mode: 'always' },
        { site: 7, mode: 'off' },
        'bare.example',
        null,
      ],
      defaultMode: 'On',
      trustLists: ['https://10.0.0.1/list.json', 'javascript:alert(1)', 5],
      trustAnybody: true,
    })

    expect(sites).toEqual({ 'good.example': 'off' })
    expect(lists).toEqual([])
    expect(defaultMode).toBeUndefined()
    expect(problems).toEqual([
      { place: 'trustAnybody', problem: 'unknown' },
      { place: 'defaultMode', problem: 'mode', given: 'On' },
      { place: 'sites[0].site', problem: 'public-suffix', given: '*.co.uk' },
      { place: 'sites[1].mode', problem: 'mode', given: 'yes' },
      { place: 'sites[3].site', problem: 'twice', given: 'GOOD.example' },
      { place: 'sites[4].site', problem: 'empty' },
      { place: 'sites[5]', problem: 'object', given: 'bare.example' },
      { place: 'sites[6]', problem: 'object' },
      { place: 'trustLists[0]', problem: 'address', given: 'https://10.0.0.1/list.json' },
      { place: 'trustLists[1]', problem: 'address', given: 'javascript:alert(1)' },
      { place: 'trustLists[2]', problem: 'address' },
    ])
  })

  it('names a site that no host can be called, and does not guess which was meant', () => {
    const { sites, problems } = read({
      sites: [
        { site: '.intranet.uni.example', mode: 'off' },
        { site: '*.uni.example', mode: 'always' },
      ],
    })
    expect(sites).toEqual({ '*.uni.example': 'always' })
    expect(problems).toEqual([
      { place: 'sites[0].site', problem: 'unreadable', given: '.intranet.uni.example' },
    ])
  })

  it.each(['false', 0, null])('that forbids in a way that cannot be read forbids: %j', (value) => {
    const { usersMayChange, problems } = read({ usersMayChangeModes: value })
    expect(usersMayChange).toBe(false)
    expect(problems).toMatchObject([{ place: 'usersMayChangeModes', problem: 'boolean' }])
  })

  it.each([[[]], ['x'], [null], [7]])('that is no object settles nothing: %j', (managed) => {
    expect(read(managed)).toMatchObject({ sites: {}, usersMayChange: true, lists: [] })
  })

  it('has lists of sites and addresses, and nothing else in their place', () => {
    const { problems } = read({
      sites: { 'uni.example': 'always' },
      trustLists: 'https://x.example',
    })
    expect(problems).toEqual([
      { place: 'sites', problem: 'array' },
      { place: 'trustLists', problem: 'array', given: 'https://x.example' },
    ])
  })
})

it('has the settings that the schema for administrators names, and no other', () => {
  const file = new URL('../../../public/managed-schema.json', import.meta.url)
  const schema = JSON.parse(readFileSync(file, 'utf8')) as { properties: Record<string, unknown> }
  const asNamed = Object.fromEntries(
    Object.keys(schema.properties).map((name) => [name, undefined]),
  )

  expect(Object.keys(schema.properties)).toHaveLength(4)
  expect(read(asNamed).problems).toEqual([])
})
