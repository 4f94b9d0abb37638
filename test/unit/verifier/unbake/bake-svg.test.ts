import { DOMParser } from '@xmldom/xmldom'
import { describe, expect, it } from 'vitest'
import { bakeSvg } from '../../../../src/verifier/unbake/bake'
import { unbakeSvg } from '../../../../src/verifier/unbake/svg'
import { readBackSvg } from '../../../../src/verifier/unbake/svg-read-back'
import { bytesOf, JSON_TEXT, LIMITS } from './png-files'
import { OB2, svgText } from './svg-files'

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><title>A badge</title></svg>'
const SVG_1_1 = '"-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"'

const baked = (svg: string, text = JSON_TEXT) => bakeSvg(svg, { text, generation: 'assertion' })
const read = (svg: string) => unbakeSvg(bytesOf(svg), LIMITS)

/** By a parser that nothing of ours shares code with. */
function bodyElsewhere(svg: string): string | null | undefined {
  const problems: string[] = []
  const errorHandler = (_: string, problem: string) => problems.push(problem)
  const document = new DOMParser({ errorHandler }).parseFromString(svg, 'image/svg+xml')
  expect(problems).toEqual([])
  return document.getElementsByTagNameNS(OB2, 'assertion')[0]?.textContent
}

describe('the text of a credential in an SVG is the same to every reader', () => {
  it.each([
    ['plain', JSON_TEXT],
    ['markup', '{"a":"<b>&amp;</b>"}'],
    ['the end of a CDATA section', '{"a":"]]>","b":"<&>"}'],
    ['only the end of a CDATA section', ']]>'],
    ['line ends of every kind', '{\r\n"a":1,\r"b":2,\n"c":3}'],
    ['line ends of XML 1.1', '{"a":"\u0085\u2028"}'],
    ['characters beyond the first 65,536', '{"a":"🎓"}'],
  ])('%s', (_, text) => {
    const svg = baked(SVG, text)
    expect(read(svg)).toMatchObject({ found: true, text, deviations: [] })
    expect(readBackSvg(svg)).toEqual([{ body: text, verify: '' }])
    expect(bodyElsewhere(svg)).toBe(text)
  })

  it('stands in one section, or in none: there are readers that keep only the last', () => {
    expect(baked(SVG).match(/<!\[CDATA\[/g)).toHaveLength(1)
    expect(baked(SVG, '{"a":"]]>"}')).not.toContain('<![CDATA[')
  })

  it('and so is the address beside it', () => {
    const verify = 'https://issuer.example/a?b=1&c="2"\t\u0085'
    const svg = bakeSvg(SVG, { text: JSON_TEXT, verify, generation: 'assertion' })
    expect(readBackSvg(svg)).toEqual([{ body: JSON_TEXT, verify }])
  })
})

describe('a declared encoding', () => {
  const declared = (encoding: string, title = 'A badge') =>
    svgText(`<title>${title}</title>`).replace('UTF-8', encoding)

  it.each(['iso-8859-1', 'us-ascii', 'UTF-16', 'windows-1252', 'utf8'])(
    'gives way to UTF-8 in a picture of ASCII: %s',
    (encoding) => {
      const svg = baked(declared(encoding), '{"a":"Gö"}')
      expect(svg).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg/)
      expect(read(svg)).toMatchObject({ text: '{"a":"Gö"}', deviations: [] })
      expect(readBackSvg(svg)).toHaveLength(1)
    },
  )

  it.each(['utf8', 'UTF8', 'unicode-1-1-utf-8'])(
    'gives way where it is another name for UTF-8, whatever the letters: %s',
    (encoding) => {
      const svg = baked(declared(encoding, 'Prüfung'))
      expect(svg).toContain('encoding="UTF-8"')
      expect(svg).toContain('<title>Prüfung</title>')
      expect(read(svg)).toMatchObject({ text: JSON_TEXT, deviations: [] })
      expect(readBackSvg(svg)).toHaveLength(1)
    },
  )

  it('gives way however it is written', () => {
    const svg = `<?xml version='1.0'\n encoding = 'ISO-8859-1' standalone='no' ?>${SVG}`
    expect(baked(svg)).toContain("encoding = 'UTF-8' standalone='no' ?>")
  })

  it.each(['UTF-8', 'utf-8'])('is kept where it is %s', (encoding) => {
    expect(baked(declared(encoding, 'Gö'))).toContain(`encoding="${encoding}"`)
  })

  it.each([
    ['letters beyond ASCII', declared('iso-8859-1', 'Gö')],
    ['such letters in an encoding that nobody knows', declared('x-unknown', 'Gö')],
    ['a character that shifts the next', declared('iso-2022-jp', '\x1b$B')],
  ])('refuses the picture where it has %s', (_, svg) => {
    expect(() => baked(svg)).toThrow('expected UTF-8')
  })

  it('in text that is no declaration means nothing', () => {
    const svg = SVG.replace('A badge', '&lt;?xml version="1.0" encoding="iso-8859-1"?>Gö')
    expect(baked(svg)).toContain('iso-8859-1')
  })
})

describe('a document type', () => {
  it.each([
    ['of SVG 1.1', `<!DOCTYPE svg PUBLIC ${SVG_1_1}>`],
    ['over two lines', `<!DOCTYPE svg PUBLIC\n\t${SVG_1_1.replace(' "', '\n"')} >`],
    ['by its system alone', "<!DOCTYPE svg SYSTEM 'svg11.dtd'>"],
    ['that only names', '<!DOCTYPE svg>'],
  ])('is dropped: one %s', (_, doctype) => {
    const before = '<?xml version="1.0"?>\n<!-- drawn by hand -->'
    const svg = baked(`${before}${doctype}\n${SVG}`)
    expect(svg).toBe(`${before}\n${baked(SVG)}`)
    expect(read(svg)).toMatchObject({ found: true, text: JSON_TEXT, deviations: [] })
    expect(bodyElsewhere(svg)).toBe(JSON_TEXT)
  })

  it.each([
    ['defines', '<!DOCTYPE svg [<!ENTITY ns "http://ns.adobe.com/">]>'],
    [
      'refers to more, and defines',
      `<!DOCTYPE svg PUBLIC ${SVG_1_1} [<!ATTLIST svg a CDATA "b">]>`,
    ],
    ['defines nothing, in brackets', '<!DOCTYPE svg []>'],
    ['does not end', '<!DOCTYPE svg'],
    ['is in lower case', '<!doctype svg>'],
    ['is there twice', '<!DOCTYPE svg><!DOCTYPE svg>'],
  ])('refuses the picture where it %s', (_, doctype) => {
    expect(() => baked(`${doctype}${SVG}`)).toThrow(TypeError)
  })

  it('refuses the picture where it could define what the text uses', () => {
    const svg = `<!DOCTYPE svg PUBLIC ${SVG_1_1}>${SVG.replace('A badge', 'A&nbsp;badge')}`
    expect(() => baked(svg)).toThrow('expected no entities')
    expect(() => baked(svg.replace('&nbsp;', '&#160;&amp;'))).not.toThrow()
  })

  it('refuses the picture where it stands inside', () => {
    expect(() => baked(SVG.replace('A badge', '<!DOCTYPE svg>'))).toThrow(TypeError)
  })
})

describe('a strict reader', () => {
  it.each([
    ['markup that ours lets pass', '<svg xmlns="http://www.w3.org/2000/svg"><1/></svg>'],
    ['a prefix that nothing declares', '<svg xmlns="http://www.w3.org/2000/svg"><a:b/></svg>'],
    ['another encoding', `<?xml version="1.0" encoding="utf-16"?>${SVG}`],
  ])('refuses %s', (_, svg) => {
    expect(readBackSvg(svg)).toBeUndefined()
  })

  it('finds nothing where there is no badge', () => {
    expect(readBackSvg(SVG.replace('A badge', '<assertion>x</assertion>'))).toEqual([])
  })
})
