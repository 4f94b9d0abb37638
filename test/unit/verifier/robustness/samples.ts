/** Genuine badges of every kind, to be damaged: our own, and third parties' where they are. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bakePng, bakeSvg } from '../../../../src/verifier/unbake/bake'
import type { JsonObject } from '../../../../src/verifier/verification'
import {
  CHAMBER,
  DESIGN_SCHOOL,
  GUILD,
  publishIssuers,
  UNIVERSITY,
  UNIVERSITY_2,
} from '../../../fixtures/issuers'
import {
  assertionToSign,
  hostedAssertion,
  publishBadgeClass,
} from '../../../fixtures/open-badges-2'
import { credential, credentialOfDataModel1 } from '../../../fixtures/open-badges-3'
import { servedFetch } from '../../../fixtures/served-fetch'
import {
  signAssertion,
  signDataIntegrity,
  signVcJwt,
  type CredentialJson,
} from '../../../fixtures/signing'
import {
  CHAMBER_REVOCATIONS,
  publishStatusLists,
  statusEntry,
} from '../../../fixtures/status-lists'
import { publish, type ServedWeb } from '../../../fixtures/web'
import { picture } from '../unbake/png-files'
import { svgText } from '../unbake/svg-files'

export interface Samples {
  png: Uint8Array[]
  svg: Uint8Array[]
  jwt: string[]
  /** Credentials as JSON, hosted and signed. */
  json: JsonObject[]
  fetch: typeof globalThis.fetch
}

const ACHIEVEMENT = {
  slug: 'robust',
  name: 'データ分析 – Café 🎓',
  description: 'Explains data',
  validUntil: '2030-01-01T00:00:00Z',
  eqf: 6,
  skills: [['analyse data', '11111111-0000-4000-8000-000000000001']] as [string, string][],
}

export async function samples(): Promise<Samples> {
  const web: ServedWeb = new Map()
  publishIssuers(web)
  await publishStatusLists(web, { university: 'urn:none', chamber: 'urn:none' })
  const json = await documents(web)
  const jwt = await tokens()
  const texts = [...json.map((document) => JSON.stringify(document)), ...jwt]
  const png = texts.map((text, at) =>
    bakePng(picture(), text, {
      keyword: at % 2 === 0 ? 'openbadges' : 'openbadgecredential',
      chunk: (['iTXt', 'tEXt', 'zTXt'] as const)[at % 3] ?? 'iTXt',
      compressed: at % 4 === 0,
      position: at % 5 === 0 ? 'before-iend' : 'after-ihdr',
    }),
  )
  const svg = texts.map((text, at) =>
    Buffer.from(
      bakeSvg(svgText('<g><path d="M0 0"/></g>'), {
        ...(text.startsWith('{') ? { text } : { verify: text }),
        generation: at % 2 === 0 ? 'assertion' : 'credential',
      }),
    ),
  )
  const others = thirdParties()
  return {
    png: [...png, ...others.filter(([first]) => first === 0x89)],
    svg: [...svg, ...others.filter(([first]) => first !== 0x89)],
    jwt,
    json,
    fetch: servedFetch(web),
  }
}

async function documents(web: ServedWeb): Promise<JsonObject[]> {
  const hosting = { issuer: UNIVERSITY_2 }
  const hosted = hostedAssertion(ACHIEVEMENT, hosting)
  publish(web, hosted.id, hosted, { type: 'json' })
  publishBadgeClass(web, ACHIEVEMENT, hosting, picture())
  const credentialStatus = [statusEntry('revocation', 1), statusEntry('suspension', 1)]
  const withStatus = { ...credential(ACHIEVEMENT, UNIVERSITY), credentialStatus }
  const all = [
    hosted,
    publishVersion1(web, hosted.badge),
    await signDataIntegrity(credential(ACHIEVEMENT, GUILD), GUILD),
    await signDataIntegrity(withStatus, UNIVERSITY),
  ]
  return all.map((document) => JSON.parse(JSON.stringify(document)) as JsonObject)
}

/** Open Badges 1.1, section Assertion. */
function publishVersion1(web: ServedWeb, badge: string): object {
  const url = new URL('/ob1/robust.json', UNIVERSITY_2.id).href
  const assertion = {
    '@context': 'https://w3id.org/openbadges/v1',
    type: 'Assertion',
    id: url,
    uid: 'robust',
    recipient: { type: 'email', hashed: false, identity: 'ada@learner.example' },
    badge,
    issuedOn: '2014-05-20',
    verify: { type: 'hosted', url },
  }
  publish(web, url, assertion, { type: 'json' })
  return assertion
}

/** A CLR of two credentials, one of them a JWT. */
async function clr(): Promise<CredentialJson> {
  const { credentialSubject: _, ...around } = credential(ACHIEVEMENT, CHAMBER)
  const verifiableCredential = [
    await signDataIntegrity(credential(ACHIEVEMENT, GUILD), GUILD),
    await signVcJwt(credential(ACHIEVEMENT, GUILD), GUILD),
  ]
  return {
    ...around,
    type: ['VerifiableCredential', 'ClrCredential'],
    credentialSubject: { type: ['ClrSubject'], verifiableCredential },
  }
}

async function tokens(): Promise<string[]> {
  const withStatus = { ...credential(ACHIEVEMENT, CHAMBER), credentialStatus: CHAMBER_REVOCATIONS }
  return [
    await signAssertion(assertionToSign(ACHIEVEMENT, UNIVERSITY_2), UNIVERSITY_2),
    await signVcJwt(withStatus, CHAMBER),
    await signVcJwt(await clr(), CHAMBER),
    await signVcJwt(credentialOfDataModel1(ACHIEVEMENT, DESIGN_SCHOOL), DESIGN_SCHOOL, 'vc-1.1'),
    await signVcJwt(credential(ACHIEVEMENT, GUILD), GUILD),
  ]
}

const CORPUS = join(process.env.CORPUS_DIR ?? '../shared/corpus', 'baked')

/** Only where many runs are asked for: the suite tries the same on every machine. */
function thirdParties(): Uint8Array[] {
  if (process.env.TOUCHSTONE_FUZZ_RUNS === undefined || !existsSync(CORPUS)) return []
  return readdirSync(CORPUS).map((file) => new Uint8Array(readFileSync(join(CORPUS, file))))
}
