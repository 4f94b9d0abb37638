import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Cryptosuite } from '../../../../../src/verifier/proofs/cryptosuite'
import { CRYPTOSUITES } from '../../../../../src/verifier/proofs/cryptosuites/index'

const FOLDER = new URL('../../../../../src/verifier/proofs/cryptosuites/', import.meta.url)

describe('the list of cryptosuites', () => {
  it('holds what every file in the folder exports', async () => {
    const files = readdirSync(FOLDER).filter((name) => name !== 'index.ts')
    const exported = await Promise.all(
      files.map(async (name) => {
        const module = (await import(new URL(name, FOLDER).href)) as Record<string, Cryptosuite>
        return Object.values(module)
      }),
    )
    expect(exported.map((suites) => suites.length)).toEqual(files.map(() => 1))
    expect(new Set(CRYPTOSUITES)).toEqual(new Set(exported.flat()))
  })

  it('has one suite at most for each proof', () => {
    const proofs = [
      ...CRYPTOSUITES.map(({ name }) => ({ type: name })),
      ...CRYPTOSUITES.map(({ name }) => ({ type: 'DataIntegrityProof', cryptosuite: name })),
    ]
    for (const proof of proofs)
      expect(CRYPTOSUITES.filter((suite) => suite.matches(proof)).length).toBeLessThanOrEqual(1)
    for (const suite of CRYPTOSUITES)
      expect(
        proofs.some((proof) => suite.matches(proof)),
        suite.name,
      ).toBe(true)
  })

  it('takes an older proof by its type, and a Data Integrity proof by its suite alone', () => {
    const suites = (proof: Record<string, string>) =>
      CRYPTOSUITES.filter((suite) => suite.matches(proof)).map(({ name }) => name)
    expect(suites({ type: 'eddsa-rdfc-2022' })).toEqual([])
    expect(suites({ type: 'DataIntegrityProof', cryptosuite: 'Ed25519Signature2020' })).toEqual([])
    expect(suites({ type: 'Ed25519Signature2020', cryptosuite: 'bbs-2023' })).toEqual([
      'Ed25519Signature2020',
    ])
    expect(suites({ type: 'DataIntegrityProof' })).toEqual([])
  })
})
