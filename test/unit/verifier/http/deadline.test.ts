import { expect, it } from 'vitest'
import { Deadline } from '../../../../src/verifier/http/deadline'

it('a deadline counts down to nothing, and not below', () => {
  let now = 500
  const deadline = new Deadline(1000, () => now)
  expect(deadline.remaining()).toBe(1000)
  now += 999
  expect(deadline.remaining()).toBe(1)
  now += 500
  expect(deadline.remaining()).toBe(0)
})

it('pauses that overlap stop it once, until the last of them ends', () => {
  let now = 0
  const deadline = new Deadline(1000, () => now)
  const first = deadline.pause()
  now += 300
  const second = deadline.pause()
  now += 300
  expect(deadline.remaining()).toBe(1000)
  first()
  now += 300
  expect(deadline.remaining()).toBe(1000)
  second()
  now += 300
  expect(deadline.remaining()).toBe(700)
})
