import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DID_METHODS } from '../../../src/verifier/keys'
import { CRYPTOSUITES } from '../../../src/verifier/proofs/cryptosuites'
import { STATUS_METHODS } from '../../../src/verifier/status'

type Modules = Record<string, Record<string, unknown>>

const didFiles: Modules = import.meta.glob('../../../src/verifier/keys/did-*.ts', { eager: true })
const statusFiles: Modules = import.meta.glob('../../../src/verifier/status/*.ts', { eager: true })
const readme = readFileSync('README.md', 'utf8')

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
    for (const { name } of DID_METHODS) expect(readme).toContain(`did:${name}`)
  })

  it('status methods', () => {
    expect(new Set(exported(statusFiles, 'type', 'judge'))).toEqual(new Set(STATUS_METHODS))
    for (const { type } of STATUS_METHODS) expect(readme).toContain(type)
  })

  it('cryptosuites', () => {
    for (const { name } of CRYPTOSUITES) expect(readme).toContain(name)
  })
})
