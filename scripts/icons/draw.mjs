// Run by Electron: its own Chromium draws the SVG on a canvas of each size, and the pictures go into their files.
import fs from 'node:fs'
import path from 'node:path'
import { app, BrowserWindow } from 'electron'
import { icnsSizes, icoSizes, packIcns, packIco } from './containers.mjs'

const pngSizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
/** On macOS an icon keeps a tenth of its canvas free on each side. */
const macViewBox = '-8 -8 80 80'

app.whenReady().then(async () => {
  const folder = process.argv.at(-1)
  const svg = fs.readFileSync(path.join(folder, 'icon.svg'), 'utf8')
  const window = new BrowserWindow({ show: false })
  await window.loadURL('data:text/html,')
  const drawAll = async (picture, sizes) => {
    const pngs = new Map()
    for (const size of sizes) pngs.set(size, await draw(window, picture, size))
    return pngs
  }
  const pngs = await drawAll(svg, pngSizes)
  for (const [size, png] of pngs) fs.writeFileSync(path.join(folder, 'icons', `${size}x${size}.png`), png)
  fs.writeFileSync(path.join(folder, 'icon.ico'), packIco(icoSizes.map((size) => [size, pngs.get(size)])))
  const mac = await drawAll(svg.replace('viewBox="0 0 64 64"', `viewBox="${macViewBox}"`), new Set(icnsSizes))
  fs.writeFileSync(path.join(folder, 'icon.icns'), packIcns(mac))
  app.quit()
})

async function draw(window, svg, size) {
  const sized = svg.replace('<svg ', `<svg width="${size}" height="${size}" `)
  const bytes = await window.webContents.executeJavaScript(`(async () => {
    const picture = new Image()
    picture.src = ${JSON.stringify(`data:image/svg+xml,${encodeURIComponent(sized)}`)}
    await picture.decode()
    const canvas = new OffscreenCanvas(${size}, ${size})
    canvas.getContext('2d').drawImage(picture, 0, 0, ${size}, ${size})
    const blob = await canvas.convertToBlob({ type: 'image/png' })
    return Array.from(new Uint8Array(await blob.arrayBuffer()))
  })()`)
  return Buffer.from(bytes)
}
