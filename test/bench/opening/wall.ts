/** Walls of badges that verify, to open the extension's pages on. */
import { PNG } from 'pngjs'
import { publish, type ServedWeb } from '../../fixtures/web'
import { bakePng } from '../../../src/verifier/unbake/bake'

const HOST = 'https://walls.example'
const ISSUER = `${HOST}/issuer.json`
/** Of a picture, in pixels: badges are mostly drawn larger than they are shown. */
const SIDE = 240

export function wallUrl(badges: number): string {
  return `${HOST}/wall-${badges}.html`
}

/** Publishes pages with so many badges each, all hosted by one issuer. */
export function publishWalls(web: ServedWeb, sizes: readonly number[]): void {
  publish(web, ISSUER, { '@context': CONTEXT, type: 'Issuer', id: ISSUER, ...ABOUT }, JSON_TYPE)
  for (let at = 0; at < Math.max(...sizes); at++) publishBadge(web, at)
  for (const size of sizes) {
    const images = Array.from({ length: size }, (_, at) => {
      return `<img src="${HOST}/${at}.png" width="120" height="120" alt="Badge ${at}">`
    })
    const page = `<!doctype html><html lang="en"><title>Wall</title><main>${images.join('')}</main>`
    publish(web, wallUrl(size), page, { type: 'html' })
  }
}

const CONTEXT = 'https://w3id.org/openbadges/v2'
const ABOUT = { name: 'School of the Walls', url: HOST, email: 'school@walls.example' }
const JSON_TYPE = { type: 'json' } as const

function publishBadge(web: ServedWeb, at: number): void {
  const [id, badge, image] = [`${HOST}/${at}.json`, `${HOST}/class-${at}.json`, `${HOST}/${at}.png`]
  const assertion = {
    ...{ '@context': CONTEXT, type: 'Assertion', id, badge, issuedOn: '2026-01-15T09:00:00Z' },
    recipient: { type: 'email', identity: 'mira@example.org', hashed: false },
    verification: { type: 'hosted' },
  }
  publish(web, id, assertion, JSON_TYPE)
  const name = `Badge number ${at} of a long wall, with a name as badges have`
  const what = { description: 'What was learnt.', criteria: { narrative: 'What was shown.' } }
  const aClass = { '@context': CONTEXT, type: 'BadgeClass', id: badge, name, image, issuer: ISSUER }
  publish(web, badge, { ...aClass, ...what }, JSON_TYPE)
  const options = { keyword: 'openbadges' } as const
  publish(web, image, bakePng(picture(at), JSON.stringify(assertion), options), { type: 'png' })
}

/** Each another one, with as much in it as badges have. */
function picture(at: number): Uint8Array {
  const png = new PNG({ width: SIDE, height: SIDE })
  for (let pixel = 0; pixel < SIDE * SIDE; pixel++) {
    const [x, y] = [pixel % SIDE, Math.floor(pixel / SIDE)]
    png.data[4 * pixel] = (x * (at + 3)) % 256
    png.data[4 * pixel + 1] = (y * 2 + at * 40) % 256
    png.data[4 * pixel + 2] = (x * y) % 256
    png.data[4 * pixel + 3] = 255
  }
  return new Uint8Array(PNG.sync.write(png))
}
