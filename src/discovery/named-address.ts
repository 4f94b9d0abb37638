/** The address in one member of a JSON object that a platform answers with; undefined where it has none. */
export function readNamedAddress(bytes: Uint8Array, member: string): string | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, member))
      return undefined
    const address = (value as Record<string, unknown>)[member]
    return typeof address === 'string' ? address : undefined
  } catch {
    return undefined
  }
}
