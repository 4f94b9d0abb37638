/**
 * The command line over folders of badges that differ from each other, offline: throughput by threads,
 * and time and memory as the number of files grows.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { cliBundle } from '../../scripts/cli-bundle.mjs'
import { badge, ed25519, signDocument } from '../unit/verifier/signing'

interface CliMeasured {
  files: number
  threads: number
  seconds: number
  perSecond: number
  /** Largest resident size of the process, all its threads together, in megabytes. */
  peakMb: number
}

const FILES = [1_000, 10_000]
/** Names in one folder: as file systems like it. */
const PER_FOLDER = 1_000

/** Badges of OB 3.0 with a did:key issuer, eddsa-rdfc-2022: what can be decided without a host. */
async function benchCli(): Promise<CliMeasured[]> {
  const root = mkdtempSync(join(tmpdir(), 'touchstone-bench-'))
  try {
    const bin = join(await cliBundle(), 'bin.js')
    const folders = await writeBadges(root, Math.max(...FILES))
    const [few = 0, many = 0] = FILES
    const measured: CliMeasured[] = []
    for (const threads of threadCounts()) measured.push(await verify(bin, folders, few, threads))
    measured.push(await verify(bin, folders, many, availableParallelism()))
    return measured
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** Measures and prints. */
export async function printCliBench(): Promise<void> {
  console.log(
    '\nCommand line (badges offline, did:key, eddsa-rdfc-2022; start of the process included)\n',
  )
  console.table(
    (await benchCli()).map(({ files, threads, seconds, perSecond, peakMb }) => ({
      files,
      threads,
      seconds: seconds.toFixed(1),
      'badges/s': Math.round(perSecond),
      'peak MB': peakMb === 0 ? '?' : Math.round(peakMb),
    })),
  )
}

/** 1, 2, 4 … and all cores. */
function threadCounts(): number[] {
  const cores = availableParallelism()
  const counts = [1, 2, 4, 8, 16, 32].filter((count) => count < cores)
  return [...counts, cores]
}

async function writeBadges(root: string, count: number): Promise<string[]> {
  const key = await ed25519(1)
  const folders: string[] = []
  for (let index = 0; index < count; index++) {
    const folder = join(root, String(Math.floor(index / PER_FOLDER)))
    if (index % PER_FOLDER === 0) {
      mkdirSync(folder)
      folders.push(folder)
    }
    const credential = { ...badge(key.did), id: `urn:touchstone:bench:${index}` }
    const signed = await signDocument(credential, key)
    writeFileSync(join(folder, `${index}.json`), JSON.stringify(signed))
  }
  return folders
}

async function verify(
  bin: string,
  folders: string[],
  files: number,
  threads: number,
): Promise<CliMeasured> {
  const names = folders.slice(0, files / PER_FOLDER)
  const argv = ['--offline', '--json', '--concurrency', String(threads), ...names]
  const started = performance.now()
  const child = spawn(process.execPath, [bin, ...argv], { stdio: ['ignore', 'pipe', 'inherit'] })
  let lines = 0
  child.stdout.on('data', (chunk: Buffer) => {
    for (const byte of chunk) if (byte === 0x0a) lines++
  })
  let peakMb = 0
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, peakOf(child.pid))
  }, 20)
  const status = await new Promise((ended) => child.on('close', ended))
  clearInterval(watch)
  const seconds = (performance.now() - started) / 1000
  if (status !== 0 || lines !== files) {
    throw new Error(`The command ended with ${String(status)} after ${lines} of ${files} badges`)
  }
  return { files, threads, seconds, perSecond: files / seconds, peakMb }
}

/** Linux keeps the peak itself; elsewhere it is not told. */
function peakOf(pid: number | undefined): number {
  try {
    const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))
    return Number(kilobytes?.[1] ?? 0) / 1000
  } catch {
    return 0
  }
}
