import { bytesOf } from './png-files'

export const OB2 = 'http://openbadges.org'
export const OB3 = 'https://purl.imsglobal.org/ob/v3p0'

/** An SVG with the given markup inside, and the namespace bound as Open Badges 2 does. */
export function svg(content: string, attributes = `xmlns:openbadges="${OB2}"`): Uint8Array {
  return bytesOf(svgText(content, attributes))
}

export function svgText(content: string, attributes = `xmlns:openbadges="${OB2}"`): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" ${attributes} viewBox="0 0 8 8">${content}<rect width="8" height="8"/></svg>
`
}
