/** Reading a trusted list of 5 MB, as the largest countries have them, and what is kept of it. */
import { keysOfCertificates } from '../../src/verifier/trusted-lists/listed-keys'
import { readTrustedList } from '../../src/verifier/trusted-lists/read-trusted-list'
import {
  bytesOf,
  listUrl,
  listXml,
  makeSigner,
  signList,
  type ServiceMaterial,
  type Signer,
} from '../fixtures/trusted-lists'

const BYTES = 5_000_000
const RUNS = 5

export async function printEuListsBench(): Promise<void> {
  const signer = makeSigner('Bench', 'RSA')
  const bytes = bytesOf(largeList(signer))
  const pointer = {
    ...{ country: 'ES', url: listUrl('ES') },
    signers: await keysOfCertificates([signer.certificate]),
  }
  const times: number[] = []
  let kept = 0
  let services = 0
  let peak = 0
  for (let run = 0; run < RUNS; run++) {
    globalThis.gc?.()
    const before = memory()
    const start = process.cpuUsage()
    const read = await readTrustedList(bytes, pointer)
    const { user, system } = process.cpuUsage(start)
    times.push((user + system) / 1000)
    peak = Math.max(peak, memory() - before)
    if (read.is !== 'list' || read.signature.is !== 'holds') throw new Error('expected a list')
    kept = JSON.stringify(read.list).length
    services = read.list.services.length
  }
  const median = times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0
  console.log(`\nEU trusted list of ${mega(bytes.length)}, ${services} services\n`)
  console.table([
    {
      what: 'read and its signature judged, processor time (median)',
      measured: `${median.toFixed(0)} ms`,
    },
    { what: 'memory after reading, nothing collected', measured: `+${mega(peak)}` },
    { what: 'kept', measured: `${(kept / 1000).toFixed(0)} kB` },
  ])
}

/** Services with certificates of their own and a history, some for seals, others of other types. */
function largeList(signer: Signer): string {
  const certificates = Array.from(
    { length: 20 },
    (_, at) => makeSigner(`CA ${at}`, 'RSA').certificate,
  )
  const service = (at: number): ServiceMaterial => ({
    ...{ name: `Service ${at}`, certificates: [certificates[at % 20] ?? signer.certificate] },
    type: ['CA/QC', 'CA/QC', 'TSA/QTST', 'EDS/Q'][at % 4] ?? '',
    states: [
      { from: '2020-01-01T00:00:00Z', status: 'granted', information: ['ForeSeals'] },
      { from: '2016-07-01T00:00:00Z', status: 'granted', qualifiers: ['QCWithQSCD'] },
    ],
  })
  const list = (count: number): string => {
    const services = Array.from({ length: count }, (_, at) => service(at))
    const providers = Array.from({ length: Math.ceil(count / 20) }, (_, at) => ({
      names: { en: `Provider ${at}` },
      services: services.slice(at * 20, at * 20 + 20),
    }))
    return listXml({ country: 'ES', providers })
  }
  const each = (list(100).length - list(0).length) / 100
  return signList(list(Math.ceil(BYTES / each)), signer)
}

function memory(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

function mega(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
