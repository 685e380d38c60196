// The two containers for icons, Windows' ICO and Apple's ICNS: a directory in front of PNG files as they are.

export const icoSizes = [16, 24, 32, 48, 64, 128, 256]

/** Apple's names for the sizes, in pixels; some twice, for screens with two pixels to a point. */
const icnsTypes = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
  ['ic10', 1024],
]
export const icnsSizes = icnsTypes.map(([, size]) => size)

/** @param pngs pairs of a size and its PNG */
export function packIco(pngs) {
  const head = Buffer.alloc(6)
  head.writeUInt16LE(1, 2) // an icon, not a cursor
  head.writeUInt16LE(pngs.length, 4)
  let offset = head.length + 16 * pngs.length
  const entries = pngs.map(([size, png]) => {
    const entry = Buffer.alloc(16)
    entry.writeUInt8(size % 256, 0) // 0 stands for 256
    entry.writeUInt8(size % 256, 1)
    entry.writeUInt16LE(1, 4) // colour planes
    entry.writeUInt16LE(32, 6) // bits a pixel
    entry.writeUInt32LE(png.length, 8)
    entry.writeUInt32LE(offset, 12)
    offset += png.length
    return entry
  })
  return Buffer.concat([head, ...entries, ...pngs.map(([, png]) => png)])
}

/** @param pngs a map from size to PNG */
export function packIcns(pngs) {
  const field = (type, content) => {
    const head = Buffer.alloc(8)
    head.write(type, 0, 'latin1')
    head.writeUInt32BE(head.length + content.length, 4)
    return Buffer.concat([head, content])
  }
  return field('icns', Buffer.concat(icnsTypes.map(([type, size]) => field(type, pngs.get(size)))))
}
