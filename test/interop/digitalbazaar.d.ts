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
