import ipaddr from 'ipaddr.js';

/** Where clouds keep their machines' secrets, outside the link-local ranges. */
const METADATA = new Set(['fd00:ec2::254', '100.100.100.200', '168.63.129.16', '192.0.0.192']);
/** What an administrator may open by listing an origin. */
const PRIVATE: ReadonlySet<string> = new Set(['private', 'loopback', 'uniqueLocal', 'carrierGradeNat']);

/**
 * Bad input 33: whether an address may be connected to. Public ones may; private and loopback ones where the origin is listed;
 * link-local and metadata addresses, and whatever else is no host of its own, never.
 * @param address as a resolver or a URL gives it
 */
export function isAllowedAddress(address: string, isListed: boolean): boolean {
  if (!ipaddr.isValid(address)) return false;
  // an IPv4 address in an IPv6 coat is judged as what it is
  const read = ipaddr.process(address);
  if (METADATA.has(read.toString())) return false;
  const range = read.range();
  return range === 'unicast' || (isListed && PRIVATE.has(range));
}
