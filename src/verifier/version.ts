/** Changes whenever a judgement may change; kept reports of another version are not used. */
export const VERIFIER_VERSION = '0.2.3'
