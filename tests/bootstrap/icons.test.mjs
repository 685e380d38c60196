// The program's icon is there in every size a system asks for, and Windows and macOS can read their containers.
import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { projectRoot } from '../../scripts/setup/project.mjs'

const resources = path.join(projectRoot, 'resources')
const read = (name) => fs.readFileSync(path.join(resources, name))

/** Width and height as the PNG itself says them. */
function sizeOf(png) {
  assert.deepEqual([...png.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  assert.equal(png.subarray(-8, -4).toString('latin1'), 'IEND', 'the picture is whole')
  assert.equal(png.readUInt32BE(16), png.readUInt32BE(20), 'as wide as high')
  return png.readUInt32BE(16)
}

test('Linux: a PNG of each size, named by it', () => {
  const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
  for (const size of sizes) assert.equal(sizeOf(read(`icons/${size}x${size}.png`)), size)
})

test('Windows: the entries of the ICO name the pictures in it', () => {
  const ico = read('icon.ico')
  assert.deepEqual([ico.readUInt16LE(0), ico.readUInt16LE(2)], [0, 1])
  let end = 6 + 16 * ico.readUInt16LE(4)
  const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const entry = ico.subarray(6 + 16 * index, 22 + 16 * index)
    const [length, offset] = [entry.readUInt32LE(8), entry.readUInt32LE(12)]
    assert.equal(offset, end)
    end = offset + length
    const size = sizeOf(ico.subarray(offset, end))
    assert.deepEqual([entry[0], entry[1]], [size % 256, size % 256])
    return size
  })
  assert.equal(end, ico.length)
  assert.deepEqual(sizes, [16, 24, 32, 48, 64, 128, 256])
})

test('macOS: the fields of the ICNS hold what their types stand for', () => {
  const icns = read('icon.icns')
  assert.equal(icns.toString('latin1', 0, 4), 'icns')
  assert.equal(icns.readUInt32BE(4), icns.length)
  const found = {}
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    found[icns.toString('latin1', at, at + 4)] = sizeOf(icns.subarray(at + 8, at + icns.readUInt32BE(at + 4)))
  }
  assert.deepEqual(found, {
    icp4: 16,
    icp5: 32,
    ic07: 128,
    ic08: 256,
    ic09: 512,
    ic11: 32,
    ic12: 64,
    ic13: 256,
    ic14: 512,
    ic10: 1024,
  })
})
