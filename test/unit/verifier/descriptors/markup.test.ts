import { describe, expect, it } from 'vitest'
import { cleanText } from '../../../../src/verifier/descriptors/clean-text'
import { withoutHtml } from '../../../../src/verifier/descriptors/html-to-text'
import { withoutMarkdown } from '../../../../src/verifier/descriptors/markdown-to-text'
import { NAME_ENDS, withoutMarks } from '../../../../src/verifier/descriptors/text-marks'

describe('HTML', () => {
  it.each([
    ['a<br>b<BR/>c', 'a\nb\nc'],
    ['<p class="x">a</p><p>b</p>', '\na\n\nb\n'],
    ['<p title="a > b">c</p>', '\nc\n'],
    ["<a href='https://x.example/?a=1&amp;b=2'>c</a>", 'c'],
    ['<ul><li>a<li>b</ul>', '\n\n- a\n- b\n'],
    ['a<!-- b -->c<!-- d', 'ac'],
    ['<!DOCTYPE html><?xml version="1.0"?>a', 'a'],
    ['<script>a</script>b<STYLE>c</style >d', 'bd'],
    ['<script>"</scr" + "ipt>"</script>b', 'b'],
    ['<svg><script>a</script></svg>b<template>c</template>', 'b'],
    ['<https://x.example/a> <ada@x.example>', 'https://x.example/a ada@x.example'],
    ['1 < 2 <3', '1 < 2 <3'],
    ['<a', '<a'],
    ['a <b c < d', 'a <b c < d'],
    ['</ a>', '</ a>'],
    ['<unknown-element a=1>b', 'b'],
  ])('%j', (html, text) => {
    expect(withoutMarks(withoutHtml(html))).toBe(text)
  })

  it.each([
    ['&lt;b&gt; &amp;lt; &quot;&#39;&apos;', "<b> &lt; \"''"],
    ['&eacute;&#233;&#xE9;&#XE9;', 'éééé'],
    ['&#x1F600;', '\u{1F600}'],
    ['&unheardof; &amp &; &#; &#x; &', '&unheardof; &amp &; &#; &#x; &'],
    ['&#0;&#31;&#x202E;&#xFEFF;a', 'a'],
    ['&#xD800;&#99999999;&#1114112;', '\uFFFD&#99999999;\uFFFD'],
    ['&__proto__;&constructor;', '&__proto__;&constructor;'],
  ])('references: %j', (html, text) => {
    expect(withoutHtml(html)).toBe(text)
  })
})

describe('Markdown', () => {
  it.each([
    ['# a #\n\n\n\n## b', 'a\n\nb'],
    ['a\n===\nb\n---\nc', 'a\nb\nc'],
    ['a\n\n---\n\n***\n\nb', 'a\n\nb'],
    ['* a\n+ b\n- c\n• d\n・e', '- a\n- b\n- c\n- d\n- e'],
    ['> a\n>> b', 'a\nb'],
    ['```js\na\n```', 'a'],
    ['*a* **b** ***c*** _d_ __e__ `f`', 'a b c d e f'],
    ['snake_case 2 * 3 2*3 __init__.py', 'snake_case 2 * 3 2*3 init.py'],
    ['\\*a\\* \\_b\\_ \\# c \\d', '*a* _b_ # c \\d'],
    ['[a](https://x.example) ![b](c.png "d") [e] (f) [g', 'a b [e] (f) [g'],
    ['| a | b |\n|:--|--:|\n| c | d |', 'a b\nc d'],
    ['#a C# #1', '#a C# #1'],
    ['\n\n---\na \n\n\n b', 'a\n\nb'],
    [' ::: \n:-:\n- \n-', ':::\n:-:\n-\n-'],
    ['a\n>\n\nb', 'a\n\nb'],
  ])('%j', (markdown, text) => {
    expect(withoutMarks(withoutMarkdown(markdown))).toBe(text)
  })

  it('marks the line above an underline, however many lines were changed before it', () => {
    for (const before of [
      '',
      'a\n',
      '# a\n'.repeat(255),
      '# a\n'.repeat(256),
      '# a\n'.repeat(999),
    ]) {
      const title = `${before.replaceAll('# a', `a${NAME_ENDS}`)}b${NAME_ENDS}`
      expect(withoutMarkdown(`${before}b\n===\nc`)).toBe(`${title}\nc`)
      expect(withoutMarkdown(`${before}# b\n---`)).toBe(`${title}${NAME_ENDS}`)
    }
  })
})

describe('what cannot be seen', () => {
  it.each([
    ['a\r\nb\rc\u2028d\u2029e\u0085f\vg', 'a\nb\nc\nd\ne\nf\ng'],
    ['a\u0000\u0007\u001B[31mb\u007F\u009B', 'a[31mb'],
    ['a\u202Eb\u2066c\u200Fd\u061C', 'abcd'],
    ['a\u200Bb\uFEFF\u00ADc\u{E0041}', 'abc'],
    ['\uDC00a\uD800', '\uFFFDa\uFFFD'],
    ['می‌خواهم \u{1F468}‍\u{1F469}\tx', 'می‌خواهم \u{1F468}‍\u{1F469}\tx'],
  ])('%j', (text, clean) => {
    expect(cleanText(text)).toBe(clean)
  })
})
