import { beforeEach, describe, expect, it } from 'vitest'
import { settled, WorkerRig } from './worker-rig'

let rig: WorkerRig

beforeEach(async () => {
  rig = new WorkerRig()
  rig.browser.openTab(1, 'https://portfolio.example/me')
  await rig.start()
})

describe('installation', () => {
  it('enters the tabs that were open before, and greets once', async () => {
    rig.browser.worker?.api.runtime.onInstalled.emit({ reason: 'install' })
    await settled()

    expect(rig.browser.injected).toContainEqual({
      target: { tabId: 1, allFrames: true },
      files: ['content.js'],
    })
    expect(rig.browser.created.map(({ url }) => url)).toEqual([
      expect.stringMatching(/\/src\/pages\/welcome\/index\.html$/),
    ])
  })

  it('does not greet again after an update', async () => {
    rig.browser.worker?.api.runtime.onInstalled.emit({ reason: 'update' })
    await settled()

    expect(rig.browser.created).toEqual([])
    expect(rig.browser.injected).toHaveLength(1)
  })
})
