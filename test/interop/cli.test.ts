/** The command as a process, built as users build it, over the demo's badges and hosts. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cliBundle } from '../../scripts/cli-bundle.mjs'
import { decodePng } from '../../src/cli/decode-png'
import { verifyBadge, type VerificationReport } from '../../src/verifier'
import { selfSignedCertificate } from '../demo/certificate'
import { demoFixtures } from '../fixtures/index'
import { HOLDER } from '../fixtures/people'
import { servedFetch } from '../fixtures/served-fetch'

const { badges, web } = await demoFixtures()
const folder = mkdtempSync(join(tmpdir(), 'touchstone-cli-'))
const certificate = selfSignedCertificate([...web.keys()])
const asked: string[] = []
const NOW = ['--now', '2026-01-15T12:00:00Z'] as const

const server = createServer(certificate, (request, response) => {
  const host = request.headers.host ?? ''
  asked.push(`https://${host}${request.url ?? ''}`)
  const found = web.get(host)?.get(request.url ?? '')
  response.writeHead(found?.status ?? 404, found?.headers).end(found?.body ?? 'Not found')
})

let bundle = ''
const file = (id: string): string =>
  join(folder, basename(badges.find((badge) => badge.id === id)!.url))

beforeAll(async () => {
  bundle = await cliBundle()
  for (const badge of badges) writeFileSync(join(folder, basename(badge.url)), badge.file)
  writeFileSync(join(folder, 'certificate.pem'), certificate.cert)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
}, 120_000)

afterAll(() => {
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The command as it is: with the real network, which `--offline` keeps it from. */
function offline(...argv: string[]): ChildProcess {
  return spawn(process.execPath, [join(bundle, 'bin.js'), '--offline', ...NOW, ...argv])
}

/** The command with the demo's hosts for an internet. */
function online(...argv: string[]): ChildProcess {
  const { port } = server.address() as AddressInfo
  const script = join(import.meta.dirname, 'cli-on-loopback.ts')
  const world = [bundle, String(port), join(folder, 'certificate.pem')]
  return spawn(process.execPath, ['--import', 'tsx', script, ...world, ...NOW, ...argv])
}

async function finished(child: ChildProcess, input?: string) {
  let [out, err] = ['', '']
  child.stdout?.on('data', (chunk) => (out += String(chunk)))
  child.stderr?.on('data', (chunk) => (err += String(chunk)))
  // Who leaves early leaves its input unread.
  child.stdin?.on('error', () => undefined)
  child.stdin?.end(input ?? '')
  const [status] = (await once(child, 'close')) as [number | null]
  return { status, out, err, lines: out.split('\n').slice(0, -1) }
}

type Line = VerificationReport & { input: string }
const parsed = (lines: string[]) => lines.map((line) => JSON.parse(line) as Line)

describe('over the demo’s hosts', () => {
  test('every badge is judged as the library judges it', async () => {
    const names = badges.map(({ id }) => file(id)).join('\n')
    const { status, lines } = await finished(online('--json'), names)
    const verdicts = Object.fromEntries(
      parsed(lines).map(({ input, verdict, reason }) => [basename(input), { verdict, reason }]),
    )
    const now = () => new Date(NOW[1])
    const environment = { fetch: servedFetch(web), now, decodePicture: decodePng }
    for (const { url, file: bytes } of badges) {
      const { verdict, reason } = await verifyBadge({ bytes }, environment)
      expect(verdicts[basename(url)], url).toEqual({ verdict, reason })
    }
    expect(lines).toHaveLength(badges.length)
    expect(status).toBe(4)
  }, 120_000)

  test('a document that several badges need is asked for once', async () => {
    asked.length = 0
    const { lines } = await finished(online('--json', folder))
    expect(lines.length).toBeGreaterThan(badges.length)
    expect(asked.length).toBeGreaterThan(5)
    // What is baked as an address is read as a locator, which may be an image, and as an assertion.
    const others = asked.filter((url) => !url.endsWith('/badge/assertion/webmaking'))
    expect(new Set(others).size).toBe(others.length)
  }, 120_000)

  test('an address on the web is verified too, and whose it is compared', async () => {
    const { url } = badges.find(({ id }) => id === 'hosted-good')!
    const { status, lines } = await finished(online('--json', '--recipient', HOLDER.email, url))
    expect(parsed(lines)).toMatchObject([{ input: url, verdict: 'authentic', holder: 'matches' }])
    expect(lines.join()).not.toContain(HOLDER.email)
    expect(status).toBe(0)
  }, 120_000)

  test('a public name that leads inside is not asked, and the report says so', async () => {
    const { status, lines } = await finished(online('--json', 'https://inside.example/badge.png'))
    expect(parsed(lines)).toMatchObject([
      {
        verdict: 'unverifiable',
        reasons: [{ code: 'address-refused', params: { host: 'inside.example' } }],
      },
    ])
    expect(status).toBe(2)
  }, 120_000)
})

describe('by itself', () => {
  test('the exit status tells the worst', async () => {
    for (const [ids, status] of [
      [['did-key'], 0],
      [['did-key', 'expired'], 1],
      [['expired', 'hosted-good'], 2],
      [['did-key', 'altered', 'hosted-good'], 3],
    ] as const) {
      expect((await finished(offline(...ids.map(file)))).status, ids.join()).toBe(status)
    }
  }, 120_000)

  test('a line for people names file, badge, issuer and reason', async () => {
    const { out, err } = await finished(offline(file('altered')))
    expect(out).toMatch(/^invalid +.*altered\.png · .* · .*it was altered after it was signed\.\n$/)
    expect(err).toBe('1 file: 1 invalid\n')
  })

  test('each line is written when its badge is ready, not at the end', async () => {
    const child = offline('--json')
    child.stdin?.write(`${file('did-key')}\n`)
    const [first] = (await once(child.stdout!, 'data')) as [Buffer]
    expect(parsed([first.toString()])).toMatchObject([{ input: file('did-key') }])
    const { status } = await finished(child, file('linked-image'))
    expect(status).toBe(0)
  })

  test('a reader that goes away is no error to speak of', async () => {
    const child = offline('--json', '-')
    child.stdin?.write(`${file('did-key')}\n`.repeat(2000))
    await once(child.stdout!, 'data')
    child.stdout?.destroy()
    const { status, err } = await finished(child)
    expect({ status, err }).toEqual({ status: 141, err: '' })
  })

  test.skipIf(process.platform === 'win32')('Ctrl-C ends it at once, lines whole', async () => {
    const child = offline('--json', '-')
    child.stdin?.write(`${file('did-key')}\n`.repeat(50))
    child.stdin?.on('error', () => undefined)
    let out = ''
    child.stdout?.on('data', (chunk) => (out += String(chunk)))
    await once(child.stdout!, 'data')
    child.kill('SIGINT')
    const [status] = (await once(child, 'close')) as [number]
    expect(status).toBe(130)
    expect(() => parsed(out.split('\n').slice(0, -1))).not.toThrow()
    expect(out.endsWith('\n')).toBe(true)
  })

  test('a list of trusted issuers makes its badges trusted, and no others', async () => {
    const [report] = parsed((await finished(offline('--json', file('did-key')))).lines)
    const list = join(folder, 'trusted.json')
    const issuers = [
      {
        id: report!.issuer.id,
        name: 'The Guild',
        auditor: 'Us',
        standard: 'Our own',
        validFrom: '2020-01-01',
        validUntil: '2030-01-01',
      },
    ]
    const type = 'touchstone:accreditation-list/1'
    writeFileSync(
      list,
      JSON.stringify({ type, name: 'Ours', publisher: 'Us', updated: '2026-01-01', issuers }),
    )
    const { lines, err } = await finished(
      offline('--json', '--trust-list', list, file('did-key'), file('altered')),
    )
    rmSync(list)
    expect(err).toBe('')
    const verdicts = parsed(lines).map(({ input, verdict }) => `${basename(input)} ${verdict}`)
    expect(verdicts.sort()).toEqual(['altered.png invalid', 'did-key.png trusted'])
  })
})
