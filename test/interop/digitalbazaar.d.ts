/** What the cross-checks of proofs use of Digital Bazaar's untyped packages, beside `test/fixtures/`. */

declare module '@digitalbazaar/citizenship-context' {
  export const contexts: Map<string, object>
}

declare module '@digitalbazaar/ed25519-signature-2020' {
  export const Ed25519Signature2020: new (options: { signer?: object; date?: string }) => object
}

declare module '@digitalbazaar/ed25519-multikey' {
  export function generate(options: {
    id?: string
    controller: string
    seed: Uint8Array
  }): Promise<{ id: string; signer(): object }>
}

declare module '@digitalbazaar/ecdsa-multikey' {
  export interface KeyPair {
    id: string
    controller: string
    publicKeyMultibase: string
    signer(): object
  }
  export function generate(options: { curve: string }): Promise<KeyPair>
}

declare module '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite' {
  export const cryptosuite: object
}

declare module '@digitalbazaar/ecdsa-sd-2023-cryptosuite' {
  export function createSignCryptosuite(options: { mandatoryPointers: string[] }): object
  export function createDiscloseCryptosuite(options: { selectivePointers: string[] }): object
  export function createVerifyCryptosuite(): object
}

declare module '@digitalbazaar/ed25519-verification-key-2018' {
  export const Ed25519VerificationKey2018: {
    generate(options: { controller: string; id: string; seed: Uint8Array }): Promise<object>
  }
}

declare module '@digitalbazaar/ed25519-signature-2018' {
  export const Ed25519Signature2018: new (options: { key?: object; date?: string }) => object
}
