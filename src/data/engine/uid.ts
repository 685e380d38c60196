// Ids made before the row is written: UUID version 7, in time order, so that bulk inserts append to their index.
import { randomFillSync } from 'node:crypto'

const random = new Uint8Array(16 * 256)
let used = random.length

/** A new UUID version 7 (RFC 9562, section 5.7). */
export function makeUid(milliseconds = Date.now()): string {
  if (used === random.length) {
    randomFillSync(random)
    used = 0
  }
  const bytes = Buffer.from(random.subarray(used, used + 16))
  used += 16
  bytes.writeUIntBE(milliseconds, 0, 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
