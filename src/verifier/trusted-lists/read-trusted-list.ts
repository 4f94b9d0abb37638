import { keyHashesOf, keysOfCertificates, type ListedKey } from './listed-keys'
import { openList } from './open-list'
import { pointersOf } from './read-pointers'
import { readScheme, type ListScheme } from './read-scheme'
import { servicesOf, type ListedService } from './read-services'
import { judgeSignature, type SignatureResult } from './signature/judge-signature'
import type { TrustedService, TrustedServiceList } from './trusted-lists'
import { XmlProblem } from './xml/read-xml'

/** Where the list of one country lies, and who may sign it. */
export interface ListPointer {
  country: string
  url: string
  signers: ListedKey[]
}

/** The list of lists (LOTL), cut down to where the others are. */
export interface ListOfLists extends Omit<ListScheme, 'country' | 'isListOfLists'> {
  pointers: ListPointer[]
}

/** `expected`: what the file is not, for experts. */
export type ReadResult<List> =
  { is: 'list'; list: List; signature: SignatureResult } | { is: 'unreadable'; expected: string }

const UNION = 'EU'

/**
 * Reads the list of lists. Its signature is judged by the certificates that it names itself for itself: that
 * shows that it is whole, and not who made it. The certificates that are announced in the Official Journal
 * of the European Union would show that, and nobody gives them to this software. Its authenticity rests on
 * the https connection with the host that it came from.
 */
export async function readListOfLists(bytes: Uint8Array): Promise<ReadResult<ListOfLists>> {
  return attempt(async () => {
    const opened = await openList(bytes, () => undefined)
    const { country: territory, isListOfLists, ...scheme } = readScheme(opened.scheme)
    if (!isListOfLists || territory !== UNION)
      throw new XmlProblem('expected the list of the lists of the European Union')
    const all: ListPointer[] = []
    for (const { country, url, certificates } of pointersOf(opened.scheme))
      all.push({ country, url, signers: await keysOfCertificates(certificates) })
    const own = all.filter(({ country }) => country === UNION)
    const pointers = all.filter(({ country }) => country !== UNION)
    const signers = own.flatMap((pointer) => pointer.signers)
    return { list: { ...scheme, pointers }, signature: await judgeSignature(opened, signers) }
  })
}

/** Reads the list of a country. Its signature is judged by the certificates that its pointer names. */
export async function readTrustedList(
  bytes: Uint8Array,
  { country, url, signers }: ListPointer,
): Promise<ReadResult<TrustedServiceList>> {
  return attempt(async () => {
    const listed: ListedService[] = []
    const opened = await openList(bytes, (provider) => {
      listed.push(...servicesOf(provider))
    })
    const { isListOfLists, ...scheme } = readScheme(opened.scheme)
    if (isListOfLists || scheme.country !== country)
      throw new XmlProblem(`expected the trusted list of ${country}`)
    const signature = await judgeSignature(opened, signers)
    const services: TrustedService[] = []
    for (const { certificates, ...service } of listed) {
      const keys = await keyHashesOf(certificates)
      // Without a key it cannot be the one that issued anything.
      if (keys.length > 0) services.push({ ...service, keys })
    }
    return { list: { ...scheme, url, signed: signature.is === 'holds', services }, signature }
  })
}

async function attempt<List>(
  read: () => Promise<{ list: List; signature: SignatureResult }>,
): Promise<ReadResult<List>> {
  try {
    return { is: 'list', ...(await read()) }
  } catch (error) {
    if (error instanceof XmlProblem) return { is: 'unreadable', expected: error.message }
    throw error
  }
}
