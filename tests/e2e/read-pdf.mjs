// Reads a PDF with pdf.js, which wants a newer Node than the test runner's: run in Electron's own, answers JSON.
import { readFileSync } from 'node:fs'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

const colourOps = new Map(
  Object.entries(OPS).flatMap(([name, op]) => (/Color|Gray/.test(name) ? [[op, name]] : [])),
)

/** What a screen reader is told of the page: its headings, paragraphs, lists. */
function collectTags(node) {
  if (!node) return []
  return [...new Set([node.role, ...(node.children ?? []).flatMap(collectTags)].filter(Boolean))]
}

async function readPage(page) {
  const [, , width, height] = page.view
  const { items } = await page.getTextContent()
  const operators = await page.getOperatorList()
  const texts = items
    .filter((item) => item.str.trim() !== '')
    .map(({ str, transform, width: textWidth, fontName }) => {
      const { name, type, missingFile } = page.commonObjs.get(fontName)
      return {
        text: str,
        x: transform[4],
        // From the top of the page, at the foot of the letters.
        y: height - transform[5],
        width: textWidth,
        size: Math.hypot(transform[2], transform[3]),
        font: name,
        fontType: type,
        embedded: !missingFile,
      }
    })
  const colours = operators.fnArray.flatMap((op, index) =>
    colourOps.has(op) ? [`${operators.argsArray[index].join(' ')}`] : [],
  )
  const images = operators.fnArray.filter((op) => op === OPS.paintImageXObject).length
  const tags = collectTags(await page.getStructTree())
  return { width, height, tags, texts, colours: [...new Set(colours)], images }
}

const data = new Uint8Array(readFileSync(process.argv[2]))
const document = await getDocument({ data, fontExtraProperties: true, verbosity: 0 }).promise
const pages = []
for (let number = 1; number <= document.numPages; number += 1) {
  pages.push(await readPage(await document.getPage(number)))
}
const { info } = await document.getMetadata()
process.stdout.write(JSON.stringify({ title: info.Title ?? '', pages }))
