import { describe, expect, test } from 'vitest'
import { isPublicAddress } from '../../../../src/cli/network/public-address'

describe('public', () => {
  test.each([
    '93.184.215.14',
    '172.32.0.1',
    '100.128.0.1',
    '2606:2800:21f:cb07:6820:80da:af6b:8b2c',
    // An IPv6-only network reaches 93.184.215.14 so (RFC 6052).
    '64:ff9b::5db8:d70e',
  ])('%s', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })
})

describe('never connected to', () => {
  test.each([
    ['this machine', '127.0.0.1'],
    ['this machine', '127.255.255.254'],
    ['this machine', '0.0.0.0'],
    ['this machine', '::1'],
    ['this machine', '::'],
    ['this machine, mapped', '::ffff:127.0.0.1'],
    ['this machine, mapped', '::ffff:7f00:1'],
    ['this machine through NAT64', '64:ff9b::7f00:1'],
    ['this machine through NAT64', '64:ff9b::127.0.0.1'],
    ['this machine through NAT64, the short way', '64:ff9b::'],
    ['this machine through 6to4', '2002:7f00:1::'],
    ['a tunnel (Teredo)', '2001:0:7f00:1::'],
    ['the network around', '10.1.2.3'],
    ['the network around', '172.16.0.1'],
    ['the network around', '172.31.255.255'],
    ['the network around', '192.168.1.1'],
    ['the network around', 'fd12:3456::1'],
    ['the link', '169.254.1.1'],
    ['the link', 'fe80::1'],
    ['the link', 'fe80::1%eth0'],
    ['the carrier', '100.64.0.1'],
    ['metadata of a cloud', '169.254.169.254'],
    ['metadata of a cloud', 'fd00:ec2::254'],
    ['metadata of a cloud', '100.100.100.200'],
    ['metadata of a cloud', '192.0.0.192'],
    ['metadata of a cloud', '168.63.129.16'],
    ['metadata of a cloud through NAT64', '64:ff9b::a9fe:a9fe'],
    ['many at once', '224.0.0.1'],
    ['many at once', 'ff02::1'],
    ['everybody', '255.255.255.255'],
    ['documentation', '2001:db8::1'],
    ['no address', 'localhost'],
    ['no address', ''],
    ['no address', '127.1'],
  ])('%s: %s', (_, address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})
