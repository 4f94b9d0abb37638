import { KEPT_KINDS, type MachineRequests } from '../platform/machine-messages'
import { LIMITS } from '../verifier/http/limits'
import { diagnostics, type DiagnosticParts } from './diagnostics'
import { REQUESTS_PER_HOST } from './door'
import { keptHere, removeKept, type KeptHereParts } from './kept-here'

export interface MachineRequestParts extends KeptHereParts, DiagnosticParts {}

export type MachineRequestName = keyof MachineRequests

/** A request about this machine; see `WorkerRequest`. */
export type MachineRequest = {
  [Name in MachineRequestName]: { type: Name } & MachineRequests[Name]['params']
}[MachineRequestName]

/** @returns null where it is none */
export function readMachineRequest(type: unknown, kind: unknown): MachineRequest | null {
  switch (type) {
    case 'kept-here':
    case 'network-limits':
    case 'diagnostics':
      return { type }
    case 'remove-kept': {
      const known = KEPT_KINDS.find((one) => one === kind)
      return known ? { type, kind: known } : null
    }
    default:
      return null
  }
}

/** Answers the options. */
export async function answerMachine(
  parts: MachineRequestParts,
  request: MachineRequest,
): Promise<MachineRequests[MachineRequestName]['result']> {
  switch (request.type) {
    case 'kept-here':
      return keptHere()
    case 'remove-kept':
      await removeKept(parts, request.kind)
      return null
    case 'network-limits':
      return { ...LIMITS, perHost: REQUESTS_PER_HOST }
    case 'diagnostics':
      return diagnostics(parts)
  }
}
