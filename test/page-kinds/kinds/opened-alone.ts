/** Files that somebody opens in a tab of their own: the browser shows them without any page around. */
import { publish, type ServedWeb } from '../../fixtures/web'
import { credentialText, hosted, selfContained, shows } from '../awards'
import { nothing, type PageKind } from '../page-kind'
import { plainBadge } from '../pictures'

const ORIGIN = 'https://files.example'

export async function openedAlone(web: ServedWeb): Promise<PageKind> {
  const picture = await selfContained('Alone in a picture')
  const vector = hosted(web, 'Alone in a vector', { as: 'svg' })
  const text = await selfContained('Alone in a file')
  const at = {
    picture: `${ORIGIN}/picture.png`,
    vector: `${ORIGIN}/vector.svg`,
    text: `${ORIGIN}/credential.json`,
    plain: `${ORIGIN}/plain.png`,
    other: `${ORIGIN}/package.json`,
  }
  publish(web, at.picture, picture.file, { type: 'png' })
  publish(web, at.vector, vector.file, { type: 'svg' })
  publish(web, at.text, await credentialText(text.name), { type: 'json' })
  publish(web, at.plain, plainBadge(), { type: 'png' })
  publish(web, at.other, { name: 'cv', version: '1.0.0', private: true }, { type: 'json' })
  const unmarked = { markBeforeConsent: 'none', markAfterVerify: 'none' } as const
  return {
    id: 'opened-alone',
    title: 'Files opened alone',
    pages: [
      {
        url: at.picture,
        truth: [shows(picture, 'img', 'baked PNG in a tab', at.picture)],
        isFile: true,
      },
      {
        url: at.vector,
        // A document of another language than HTML has no place for a mark.
        truth: [{ ...shows(vector, 'svg', 'baked SVG in a tab', at.vector), ...unmarked }],
        isFile: true,
      },
      {
        url: at.text,
        // The browser has loaded all of it, and shows it in an element of its own.
        truth: [shows(text, 'pre', 'credential in a tab', at.text)],
        isFile: true,
      },
      { url: at.plain, truth: [nothing('img', 'look-alike in a tab')], isFile: true },
      { url: at.other, truth: [nothing('pre', 'other JSON in a tab')], isFile: true },
    ],
  }
}
