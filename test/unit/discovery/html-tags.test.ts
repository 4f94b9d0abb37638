import fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import { tagsOf } from '../../../src/discovery/html-tags'
import { expectLittleWork } from '../cpu-time'

const read = (html: string) =>
  [...tagsOf(html)].map(({ name, attributes, text }) => {
    const tag = [name, ...[...attributes].map(([key, value]) => `${key}=${value}`)].join(' ')
    return text === undefined ? tag : `${tag}|${text}`
  })

describe('tagsOf', () => {
  it.each([
    ['<a href="x">', ['a href=x']],
    ["<A HREF='x' >", ['a href=x']],
    ['<a href=x>', ['a href=x']],
    ['<a href = "x" b/>', ['a href=x b=']],
    ['<a\nhref="x"\tc=1/>', ['a href=x c=1/']],
    ['<a href=x href=y>', ['a href=x']],
    ['<a href="a&amp;b&#x26;c&#38;d&colon;&unknown;&copy">', ['a href=a&b&c&d:&unknown;&copy']],
    ['<a href="&#0;&#xD800;&#x110000;">', ['a href=\uFFFD\uFFFD\uFFFD']],
    ['<a =x>', ['a =x=']],
    ['<a href=>b', ['a href=']],
    ['<a title="<b>">', ['a title=<b>']],
    ['<p<b>', ['p<b']],
    ['1 < 2 <a>', ['a']],
    ['</a><b></b ><i>', ['b', 'i']],
    ['</a title="<b>"><i>', ['i']],
    ['</><b></1 "><i>', ['b', 'i']],
    ['<!doctype html><a>', ['a']],
    ['<?xml version="1.0"?><a>', ['a']],
    ['<!-- <a> --><b>', ['b']],
    ['<!-- <a> --!><b>', ['b']],
    ['<!--><a>', ['a']],
    ['<!---><a>', ['a']],
    ['<!-- > <a> -- > --><b>', ['b']],
    ['<![CDATA[<a>]]><b>', ['b']],
    ['<script type=x><a></script><b>', ['script type=x|<a>', 'b']],
    ['<SCRIPT></scriptx></Script ><b>', ['script|</scriptx>', 'b']],
    ['<style><a></style><title><a></title><b>', ['style|<a>', 'title|<a>', 'b']],
    ['<iframe src=x><a></iframe><b>', ['iframe src=x|<a>', 'b']],
    ['<noscript><a></noscript>', ['noscript', 'a']],
    ['<svg><title/><path/></svg><b>', ['svg', 'title', 'path', 'b']],
    ['<svg><style a=1 /><g></svg><b>', ['svg', 'style a=1', 'g', 'b']],
    ['<math><script/></MATH ><b>', ['math', 'script', 'b']],
    ['<svg/><title/><a></title><b>', ['svg', 'title|<a>', 'b']],
    ['<svg></svg><title/><a></title><b>', ['svg', 'title|<a>', 'b']],
    ['<svg><svg></svg><title/></svg><b>', ['svg', 'svg', 'title', 'b']],
    ['<svg><style a=1/><a></style><b>', ['svg', 'style a=1/|<a>', 'b']],
    ['<svg><title><a></title></svg><b>', ['svg', 'title|<a>', 'b']],
  ])('reads %s', (html, tags) => {
    expect(read(html)).toEqual(tags)
  })

  it.each([
    ['in a comment', '<b><!-- <a href="x">'],
    ['in a quoted value', '<b><a href="x><a>'],
    ['in a tag', '<b><a href=x'],
    ['in its name', '<b><a'],
    ['at a <', '<b><'],
  ])('takes nothing from a document that ends %s', (_, html) => {
    expect(read(html)).toEqual(['b'])
  })

  it('reads a script to the end of a document without its end', () => {
    expect(read('<script>1<a>')).toEqual(['script|1<a>'])
  })

  it('finds the links that a browser finds', () => {
    const { window } = new JSDOM('', { url: 'https://a.example/' })
    const parser = new window.DOMParser()
    const piece = fc.constantFrom(
      ...[
        '<a href="1">',
        "<a href='2'>",
        '<a href=3>',
        '<a title="',
        '<a href="4',
        '</a>',
        '<b ',
        '<b>',
      ],
      ...[
        '"',
        "'",
        '>',
        '<',
        '=',
        '/',
        ' ',
        'x',
        '<!--',
        '-->',
        '--!>',
        '<!',
        '<?',
        '</',
        '&amp;',
        '\n',
      ],
      ...['<textarea>', '</textarea>', '<title>', '</title', '<iframe>', '</iframe>'],
    )
    const property = fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const html = `<!doctype html><body>${pieces.join('')}`
      const ours = [...tagsOf(html)]
        .filter(({ name, attributes }) => name === 'a' && attributes.has('href'))
        .map(({ attributes }) => attributes.get('href'))
      const links = [...parser.parseFromString(html, 'text/html').querySelectorAll('a[href]')]
      expect(new Set(ours)).toEqual(new Set(links.map((link) => link.getAttribute('href'))))
    })
    fc.assert(property, { numRuns: 500, seed: 20_261_122 })
  })

  it('reads anything in time that grows with its length alone', async () => {
    const part = fc.constantFrom(
      ...[
        '<',
        '<a',
        '<a ',
        '<a b',
        '<a b=',
        '<a b="',
        "<a b='",
        '<!',
        '<!-',
        '<!--',
        '<script',
        '<script>',
      ],
      ...[
        '</',
        '</script',
        '=',
        ' ',
        '/',
        '"',
        "'",
        '&',
        '&#',
        '&amp',
        '-',
        '<title>',
        '<a b="">',
        '<?',
      ],
    )
    const property = fc.asyncProperty(
      fc.array(part, { minLength: 1, maxLength: 4 }),
      async (parts) => {
        const once = parts.join('')
        const text = once.repeat(Math.ceil(200_000 / once.length))
        // Linear: a few milliseconds. Quadratic in 200,000 characters: minutes.
        await expectLittleWork(4, () => {
          for (const _ of tagsOf(text));
        })
      },
    )
    await fc.assert(property, { numRuns: 150, seed: 20_261_122, endOnFailure: true })
  })
})
