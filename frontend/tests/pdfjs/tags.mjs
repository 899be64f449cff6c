// Prints how pdf.js, the reader in Firefox, sees a PDF: for each page its tags
// with the text in them, and where its links go. A Go test runs it:
//
//   node tags.mjs FILE.pdf
import { readFileSync } from 'node:fs'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

const doc = await getDocument({
  data: new Uint8Array(readFileSync(process.argv[2])), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false, isEvalSupported: false,
}).promise

/** The text of each marked content of a page, by its id. */
async function texts(page) {
  const found = new Map()
  const open = []
  for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
    if (item.type === 'beginMarkedContent' || item.type === 'beginMarkedContentProps') open.push(item.id ?? '')
    else if (item.type === 'endMarkedContent') open.pop()
    else if (open.length > 0) found.set(open.at(-1), (found.get(open.at(-1)) ?? '') + item.str + (item.hasEOL ? ' ' : ''))
  }
  return found
}

function tell(node, text, depth) {
  const pad = '  '.repeat(depth)
  if (node.type === 'content') return [`${pad}${JSON.stringify(text.get(node.id) ?? '')}`]
  if (node.type) return [`${pad}${node.type}`]
  const alt = node.alt ? ` alt=${JSON.stringify(node.alt)}` : ''
  return [`${pad}${node.role}${alt}`, ...node.children.flatMap((child) => tell(child, text, depth + 1))]
}

const { info } = await doc.getMetadata()
console.log(`title ${JSON.stringify(info.Title)}, language ${info.Language}, marked ${(await doc.getMarkInfo())?.Marked}`)
for (let n = 1; n <= doc.numPages; n++) {
  const page = await doc.getPage(n)
  console.log([`page ${n}`, ...tell(await page.getStructTree(), await texts(page), 1)].join('\n'))
  for (const link of (await page.getAnnotations()).filter((one) => one.subtype === 'Link')) {
    const place = typeof link.dest === 'string' ? await doc.getDestination(link.dest) : link.dest
    console.log(`  link ${JSON.stringify(link.contentsObj.str)} to ${link.url ?? `page ${(await doc.getPageIndex(place[0])) + 1}`}`)
  }
}
await doc.destroy()
