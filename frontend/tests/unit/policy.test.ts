import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

// What the page may load and do. tests/e2e/policy.mjs shows that the engine
// holds to it.
it('the page may load its own files and nothing else', () => {
  const page = readFileSync('index.html', 'utf8')
  const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(page)?.[1] ?? ''
  expect(Object.fromEntries(policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]))).toEqual({
    'default-src': "'none'", 'script-src': "'self'", 'style-src': "'self'", 'img-src': "'self' data:", 'font-src': "'self'",
    'connect-src': "'none'", 'base-uri': "'none'", 'form-action': "'none'",
  })
})
