/** The list of pictures: a picture that another one overwrites, or of a scene that is not there, shows nothing. */
import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { SCENES } from '../../screens/scenes'
import { SHOTS } from '../../screens/shots'
import { seen } from '../../screens/shots/shot'

const all = Object.values(SHOTS).flat()

it('each has a name of its own', () => {
  const names = all.map(({ name }) => name)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

it('each shows a scene and a page that there are', () => {
  for (const { name, page, scene } of all) {
    expect(Object.keys(SCENES), name).toContain(scene)
    const file = new URL(`../../../src/pages/${page}/index.html`, import.meta.url)
    expect(existsSync(file), name).toBe(true)
  }
})

it('no look gives a page less room than 280 px', () => {
  for (const shot of all) expect(seen(shot).width, shot.name).toBeGreaterThanOrEqual(280)
})
