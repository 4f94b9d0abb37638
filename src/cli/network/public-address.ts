import { BlockList, isIP, isIPv4 } from 'node:net'

/**
 * Addresses that are not on the public internet (IANA IPv4 and IPv6 Special-Purpose Address
 * Registries): this machine, the network it stands in, and the metadata services of clouds. Whoever
 * writes a badge chooses the host names in it, and chooses what they resolve to.
 */
const INSIDE = new BlockList()

const IPV4_RANGES: [network: string, prefix: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  // A public address that every virtual machine of one large cloud answers its own secrets at.
  ['168.63.129.16', 32],
]

/** Parts of the global unicast range that lead elsewhere: tunnels to IPv4 and documentation. */
const IPV6_RANGES: [network: string, prefix: number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

for (const [network, prefix] of IPV4_RANGES) INSIDE.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of IPV6_RANGES) INSIDE.addSubnet(network, prefix, 'ipv6')

const GLOBAL_UNICAST = new BlockList()
GLOBAL_UNICAST.addSubnet('2000::', 3, 'ipv6')

/** RFC 6052, section 2.1: how a network that speaks only IPv6 reaches an IPv4 host. */
const NAT64 = new BlockList()
NAT64.addSubnet('64:ff9b::', 96, 'ipv6')

/**
 * Whether an IP address lies on the public internet.
 *
 * @param address as `dns.lookup` gives it; anything else is not public
 */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !INSIDE.check(address, 'ipv4')
  if (isIP(address) !== 6 || address.includes('%')) return false
  if (NAT64.check(address, 'ipv6')) return isPublicAddress(lastFourBytes(address))
  return GLOBAL_UNICAST.check(address, 'ipv6') && !INSIDE.check(address, 'ipv6')
}

/** The IPv4 address in the last 32 bits, which the URL standard writes as two groups of hex digits. */
function lastFourBytes(address: string): string {
  const groups = new URL(`http://[${address}]/`).hostname.slice(1, -1).split(':')
  const bits = groups.slice(-2).map((group) => parseInt(group === '' ? '0' : group, 16))
  return bits.flatMap((value) => [value >> 8, value & 0xff]).join('.')
}
