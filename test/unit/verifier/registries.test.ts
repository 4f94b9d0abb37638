import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DID_METHODS } from '../../../src/verifier/keys'
import { CRYPTOSUITES } from '../../../src/verifier/proofs/cryptosuites'
import { JWS_ALGORITHMS } from '../../../src/verifier/proofs/jws'
import { STATUS_METHODS } from '../../../src/verifier/status'

type Modules = Record<string, Record<string, unknown>>

const didFiles: Modules = import.meta.glob('../../../src/verifier/keys/did-*.ts', { eager: true })
const statusFiles: Modules = import.meta.glob('../../../src/verifier/status/*.ts', { eager: true })
const suiteFiles: Modules = import.meta.glob('../../../src/verifier/proofs/cryptosuites/*.ts', {
  eager: true,
})
const readme = readFileSync('README.md', 'utf8')

/** What the README's bullet of this title names, of the form that is asked for. */
function named(title: string, form: RegExp): Set<string> {
  const [, bullet = ''] = readme.split(`- **${title}**: `)
  const [text = ''] = bullet.split(/\n(?=- \*\*|\n)/)
  return new Set(text.match(form))
}

/** What a folder's files export of this form. */
function exported(modules: Modules, ...members: string[]): unknown[] {
  const objects = Object.values(modules)
    .flatMap((module) => Object.values(module))
    .filter((value) => typeof value === 'object' && value !== null && !Array.isArray(value))
  return objects.filter((value) => members.every((member) => member in (value as object)))
}

describe('what is built is in its list and in the README', () => {
  it('DID methods', () => {
    expect(new Set(exported(didFiles, 'name', 'resolve'))).toEqual(new Set(DID_METHODS))
    const names = DID_METHODS.map(({ name }) => `did:${name}`)
    expect(named('Keys', /did:\w+/g)).toEqual(new Set(names))
  })

  it('status methods', () => {
    expect(new Set(exported(statusFiles, 'type', 'judge'))).toEqual(new Set(STATUS_METHODS))
    for (const { type } of STATUS_METHODS) expect(readme).toContain(type)
  })

  it('cryptosuites', () => {
    expect(new Set(exported(suiteFiles, 'name', 'prepare'))).toEqual(new Set(CRYPTOSUITES))
    const suites = CRYPTOSUITES.map(({ name }) => name)
    expect(named('Proofs', /(?<=`)(ed|ec|Ed|bbs)[\w-]+(?=`)/g)).toEqual(new Set(suites))
  })

  it('algorithms of signed text', () => {
    expect(named('Proofs', /\b([REP]S\d{3}|EdDSA|Ed25519)\b/g)).toEqual(new Set(JWS_ALGORITHMS))
  })
})
