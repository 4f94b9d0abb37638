import { describe, expect, it } from 'vitest'
import { scriptTraffic } from '../../../bench/page-cost/server-traffic'
import type { LoggedRequest } from '../../../demo/request-log'

function request(path: string, time: number, more: Partial<LoggedRequest> = {}): LoggedRequest {
  const asked = { method: 'GET', host: 'cdn.example', destination: 'empty', sent: 100 }
  return { ...asked, path, time, ended: time + 10, ...more }
}

describe('what scripts of the extension asked for', () => {
  it('is not what the page loaded', () => {
    const log = [request('/1', 0, { destination: 'image' }), request('/2', 0)]
    expect(scriptTraffic(log)).toMatchObject({ requests: 1, bytes: 100, mostAtOnce: 1 })
  })

  it('is summed for each address', () => {
    const log = [request('/1', 0, { sent: 49_152 }), request('/2', 20), request('/1', 40)]
    expect(scriptTraffic(log)).toMatchObject({ bytes: 49_352, perAddress: [49_252, 100] })
  })

  it('is counted together while it is under way, for ever where it never ended', () => {
    const { ended: _, ...open } = request('/1', 0)
    const log = [open, request('/2', 5), request('/3', 15), request('/4', 24)]
    expect(scriptTraffic(log).mostAtOnce).toBe(3)
  })

  it('is nothing in an empty log', () => {
    expect(scriptTraffic([])).toEqual({ requests: 0, bytes: 0, perAddress: [], mostAtOnce: 0 })
  })
})
