// Checks files in the form of CycloneDX 1.5 against that form, and whether they
// and the file with licences hold everything that is shipped.
//
//   node build/sbom.mjs FOLDER-OF-SCHEMAS FILE-WITH-LICENCES FILE...
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

const frontEnd = fileURLToPath(new URL('../frontend/', import.meta.url))
const require = createRequire(frontEnd)
const json = (path) => JSON.parse(readFileSync(path, 'utf8'))

const [schemas, licences, ...files] = process.argv.slice(2)
const licenceTexts = readFileSync(licences, 'utf8')
const Ajv = require('ajv')
const ajv = new Ajv({ unknownFormats: 'ignore', logger: false }) // two formats for other alphabets
for (const name of ['spdx.schema.json', 'jsf-0.82.schemax.json']) ajv.addSchema(json(`${schemas}/${name}`))
const valid = ajv.compile(json(`${schemas}/bom-1.5.schema.json`))

// The file with licences calls these by other names.
const unlike = new Set(['std', 'sqlite'])
const faults = []
for (const file of files) {
  const bom = json(file)
  // The same sources give the same file.
  delete bom.serialNumber
  delete bom.metadata.timestamp
  onlyWhatIsShipped(bom)
  if (bom.components.some((part) => part.name === 'github.com/mattn/go-sqlite3')) bom.components.push(sqlite())
  if (!valid(bom)) faults.push(`${file}: ${ajv.errorsText(valid.errors)}`)
  for (const name of missing(bom, await shipped(file))) faults.push(`${file}: ${name} ontbreekt`)
  for (const part of bom.components) {
    if (!unlike.has(part.name) && !licenceTexts.includes(`\n${part.name} ${part.version}`)) faults.push(`${licences}: ${part.name} ontbreekt`)
  }
  writeFileSync(file, `${JSON.stringify(bom, null, 2)}\n`)
  console.log(`${file}: ${bom.components.length} onderdelen`)
}
for (const fault of faults) console.error(fault)
process.exit(faults.length > 0 ? 1 : 0)

/** npm marks what only builds and tests the page. Its own way to leave that out leaves out more: what both do. */
function onlyWhatIsShipped(bom) {
  const forUs = (part) => (part.properties ?? []).some(({ name }) => name === 'cdx:npm:package:development')
  const ours = new Set(bom.components.filter(forUs).map((part) => part['bom-ref']))
  bom.components = bom.components.filter((part) => !forUs(part))
  bom.dependencies = bom.dependencies
    .filter(({ ref }) => !ours.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: (dependsOn ?? []).filter((part) => !ours.has(part)) }))
}

/** SQLite lies within the module that is listed; who looks for its weak spots looks for its own name. */
function sqlite() {
  const folder = execFileSync('go', ['list', '-m', '-f', '{{.Dir}}', 'github.com/mattn/go-sqlite3'], { encoding: 'utf8' }).trim()
  const version = /#define SQLITE_VERSION\s+"(.*)"/.exec(readFileSync(`${folder}/sqlite3-binding.h`, 'utf8'))[1]
  return {
    type: 'library',
    name: 'sqlite',
    version,
    'bom-ref': `sqlite@${version}`,
    cpe: `cpe:2.3:a:sqlite:sqlite:${version}:*:*:*:*:*:*:*`,
    licenses: [{ license: { id: 'blessing' } }],
  }
}

/** The names of what the page is made of, read from a build of it; of a program they come from the program itself. */
async function shipped(file) {
  if (!file.includes('pagina')) return new Set(['sqlite', 'std'])
  const { build } = await import(pathToFileURL(require.resolve('vite')).href)
  // The bundler does not tell what a style sheet imports, nor what icons.mjs copied.
  const names = new Set(Object.keys(json(`${frontEnd}package.json`).dependencies))
  const listen = {
    name: 'names-of-packages',
    buildEnd() {
      for (const file of this.getModuleIds()) {
        const path = file.split('node_modules/').at(-1)
        if (path !== file) names.add(path.split('/').slice(0, path.startsWith('@') ? 2 : 1).join('/'))
      }
    },
  }
  await build({ root: frontEnd, configFile: `${frontEnd}vite.config.ts`, logLevel: 'error', build: { write: false }, plugins: [listen] })
  return names
}

function missing(bom, names) {
  const listed = new Set()
  const walk = (parts) => {
    for (const part of parts ?? []) {
      listed.add(part.group ? `${part.group}/${part.name}` : part.name)
      walk(part.components)
    }
  }
  walk(bom.components)
  return [...names].filter((name) => !listed.has(name))
}
