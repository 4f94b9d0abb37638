/**
 * Text that somebody else wrote, with one form of line break and without what cannot be seen: control
 * characters, and those that turn the direction of what follows them around. ZWJ and ZWNJ stay, since
 * scripts need them.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replace(LINE_BREAKS, '\n')
    .replace(INVISIBLE, '')
}

const LINE_BREAKS = /[\r\v\f\u0085\u2028\u2029]/g
const INVISIBLE =
  // eslint-disable-next-line no-control-regex -- they are what is taken out
  /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]+/gu
