/** The context processing of `jsonld`; `processor.ts` says what it is. */
declare module 'jsonld/lib/context.js' {
  const context: unknown
  export default context
}
