/** Parts of `jsonld`; `processor.ts` says what they are. */
declare module 'jsonld/lib/context.js' {
  const part: unknown
  export default part
}

declare module 'jsonld/lib/expand.js' {
  const part: unknown
  export default part
}

declare module 'jsonld/lib/toRdf.js' {
  const part: unknown
  export default part
}

declare module 'jsonld/lib/util.js' {
  const part: unknown
  export default part
}
