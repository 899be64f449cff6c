import type { Nodes, PhrasingContent } from 'mdast'

type Loose = Nodes & { children?: Nodes[]; value?: string }

const marks = new Set(['emphasis', 'strong', 'delete', 'link'])
const phrasing = new Set([
  'text', 'emphasis', 'strong', 'delete', 'link', 'inlineCode', 'break', 'image', 'imageReference', 'linkReference',
  'footnoteReference',
])

/** Line ends within text are spaces on the screen. */
const oneLine = (value: string) => value.replace(/\r\n|\r|\n/g, ' ')

function own(node: Nodes): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(node)) {
    if (['position', 'children', 'spread', 'data'].includes(name) || value === undefined || value === null) continue
    result[name] = typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : value
  }
  return result
}

/** Text with its marks as a flat row, so that the order of marks around the same words does not count. */
function flatten(nodes: Nodes[], outer: string[], into: unknown[][]): unknown[][] {
  for (const node of nodes as Loose[]) {
    if (marks.has(node.type)) {
      const mark = JSON.stringify(own(node))
      flatten(node.children ?? [], [...outer, mark].sort(), into)
      continue
    }
    const where = outer.join()
    const last = into.at(-1)
    if (node.type === 'text') {
      if (last && last[0] === 'text' && last[1] === where) last[2] = `${String(last[2])}${oneLine(node.value)}`
      else into.push(['text', where, oneLine(node.value)])
    } else if (node.type === 'inlineCode') {
      into.push(['code', where, oneLine(node.value)])
    } else {
      into.push([own(node), where, node.children ? flatten(node.children, [], []) : null])
    }
  }
  return into
}

function isLoose(list: Loose): boolean {
  return ('spread' in list && Boolean(list.spread)) || (list.children ?? []).some((item) => 'spread' in item && Boolean(item.spread))
}

function canonical(node: Loose): unknown {
  const children = node.children ?? []
  const inline = node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell' || children.some((child) => phrasing.has(child.type))
  const inner = inline ? flatten(children as PhrasingContent[], [], []) : children.map((child) => canonical(child))
  if (node.type === 'list') return [own(node), isLoose(node), inner]
  if (node.type === 'table') return [own(node), padded(inner as unknown[][])]
  return [own(node), inner]
}

/** A row with fewer cells than the head shows empty ones. */
function padded(rows: unknown[][]): unknown[] {
  const width = (rows[0]?.[1] as unknown[] | undefined)?.length ?? 0
  return rows.map((row) => {
    const cells = row[1] as unknown[]
    const missing = Math.max(0, width - cells.length)
    return [row[0], [...cells, ...Array.from({ length: missing }, () => [{ type: 'tableCell' }, []])]]
  })
}

/** Equal strings mean: shown alike. */
export function fingerprint(nodes: Nodes[]): string {
  return JSON.stringify(nodes.map((node) => canonical(node)))
}
