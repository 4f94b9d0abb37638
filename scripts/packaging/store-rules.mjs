/** What a package for a store must not have inside, and what its manifest must say. */

/** Only these: names in other letters are refused by one store or another, or unpacked to other names. */
const PLAIN_NAME = /^[\w.@+-]+(\/[\w.@+-]+)*$/
const WINDOWS_DEVICE = /(^|\/)(con|prn|aux|nul|com\d|lpt\d)(\.|\/|$)/i
const HIDDEN = /(^|\/)\./
/** Chrome: "Filenames starting with "_" are reserved for use by the system." */
const RESERVED = /^_(?!locales\/)/
const NOT_FOR_STORES =
  /\.(map|tsx?|pem|key|zip|xpi|crx|jar|exe|dll|so|dylib|msi|sh|bat|cmd)$|(^|\/)(thumbs\.db|__macosx|meta-inf)(\/|$)/i

const TEXT = /\.(js|html|css|json|svg)$/
const SCRIPT = /\.(js|html)$/

/** `in`: the files that are looked at. The names of the loopback alone are no address: the guard knows them. */
const FORBIDDEN_TEXT = [
  { in: TEXT, text: /sourceMappingURL/, says: 'names a source map' },
  {
    in: TEXT,
    text: /\/\/(localhost\b|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1\])/i,
    says: 'has an address of the machine it was built on',
  },
  {
    in: SCRIPT,
    text: /\beval\s*\(|\bnew\s+Function\b|\bFunction\s*\(\s*["'`]/,
    says: 'makes code out of text, which stores refuse',
  },
  {
    in: SCRIPT,
    text: /\bimportScripts\s*\(|\b(import|from)\s*\(?\s*["'`](https?:)?\/\/|createElement\(\s*["'`]script/i,
    says: 'loads a script at run time, which stores refuse',
  },
  {
    in: /\.html$/,
    text: /<script\b(?![^>]*\ssrc=["']?(?![a-z]+:|\/\/)[\w./])[^>]*>/i,
    says: 'has a script that is not a file of the package',
  },
  {
    in: /\.html$/,
    text: /<link\b[^>]*\bhref=["']?(https?:)?\/\//i,
    says: 'loads a style or an icon from elsewhere',
  },
]

/** Chrome Web Store: "description" of at most 132 characters; add-ons for Firefox: names of at most 50. */
const LONGEST = { extDescription: 132, extName: 50 }

/**
 * @param {{ name: string, bytes: Uint8Array }[]} files of one package
 * @param {{ version: string, folders: string[] }} known the version of package.json, and folders of this machine
 *   whose paths must not show
 * @returns {string[]} sentences, each about one file; none where the package is fit for the stores
 */
export function storeProblems(files, { version, folders }) {
  const texts = new Map(
    files.filter(({ name }) => TEXT.test(name)).map((file) => [file.name, textOf(file)]),
  )
  return [
    ...files.flatMap(({ name }) => nameProblems(name, files)),
    ...[...texts].flatMap(([name, text]) => textProblems(name, text, folders)),
    ...manifestProblems(texts, new Set(files.map(({ name }) => name)), version),
  ]
}

function nameProblems(name, files) {
  const lower = name.toLowerCase()
  const twins = files.filter((file) => file.name.toLowerCase() === lower)
  if (twins.length > 1) return [`${name}: another file has this name but for capital letters.`]
  const refused =
    !PLAIN_NAME.test(name) ||
    [WINDOWS_DEVICE, HIDDEN, RESERVED, NOT_FOR_STORES].some((rule) => rule.test(name))
  return refused ? [`${name}: stores refuse files of such a name.`] : []
}

function textProblems(name, text, folders) {
  const paths = folders.filter((folder) => text.includes(folder))
  return [
    ...FORBIDDEN_TEXT.filter((rule) => rule.in.test(name) && rule.text.test(text)).map(
      ({ says }) => `${name} ${says}.`,
    ),
    ...paths.map((folder) => `${name} has the path ${folder} of this machine in it.`),
  ]
}

function manifestProblems(texts, names, version) {
  const manifest = parsed(texts.get('manifest.json'))
  if (!manifest) return ['manifest.json is missing, or is not JSON.']
  const problems = []
  if (manifest.version !== version)
    problems.push(`manifest.json has version ${manifest.version}, package.json ${version}.`)
  for (const field of ['key', 'update_url'])
    if (field in manifest) problems.push(`manifest.json has "${field}", which is for tests only.`)
  if (/localhost/i.test(texts.get('manifest.json'))) problems.push('manifest.json names localhost.')
  for (const path of filesNamedBy(manifest))
    if (!names.has(path)) problems.push(`manifest.json names ${path}, which is not there.`)
  return [...problems, ...localeProblems(texts, manifest)]
}

/** Every text of the manifest that is a path of the package. */
function filesNamedBy(value) {
  if (typeof value === 'string')
    return /^[\w/.-]+\.(js|html|json|png|svg|css)$/.test(value) ? [value.replace(/^\//, '')] : []
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(filesNamedBy)
    : []
}

function localeProblems(texts, manifest) {
  const locales = [...texts].filter(([name]) => /^_locales\/\w+\/messages\.json$/.test(name))
  const own = `_locales/${manifest.default_locale}/messages.json`
  const wanted = [...JSON.stringify(manifest).matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key)
  const inOwn = parsed(texts.get(own)) ?? {}
  return [
    ...wanted.filter((key) => !inOwn[key]).map((key) => `${own} lacks "${key}" of the manifest.`),
    ...locales.flatMap(([name, text]) => tooLong(name, parsed(text))),
  ]
}

function tooLong(name, messages) {
  if (!messages) return [`${name} is not JSON.`]
  return Object.entries(LONGEST)
    .filter(([key, most]) => [...(messages[key]?.message ?? '')].length > most)
    .map(
      ([key, most]) => `${name}: "${key}" is longer than the ${most} characters that stores take.`,
    )
}

function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function textOf({ bytes }) {
  return Buffer.from(bytes).toString()
}
