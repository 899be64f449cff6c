import { describe, expect, it } from 'vitest'
import sentences from '../../../content/problems.json'
import { type Code, Problem, toProblem } from '../../src/lib/api/problem'
import { problemText } from '../../src/lib/nl'

describe('toProblem', () => {
  it('reads the JSON that Wails wraps in an Error', () => {
    const problem = toProblem(new Error('{"code":"note_unknown","field":"n-1","ref":"K3F9"}'))
    expect(problem).toMatchObject({ code: 'note_unknown', field: 'n-1', ref: 'K3F9' })
  })

  it('reads a bare JSON string', () => {
    expect(toProblem('{"code":"conflict"}')).toMatchObject({ code: 'conflict', field: '', ref: '' })
  })

  it('leaves a Problem as it is', () => {
    const problem = new Problem('disk_full')
    expect(toProblem(problem)).toBe(problem)
  })

  it.each([
    [undefined], [null], [42], ['[object Object]'], [new Error('no JSON')], ['null'], ['"text"'], ['{"code":"something_new"}'],
    [{ code: 'conflict' }], ['{"code":12}'], ['{"code":"toString"}'],
  ])('makes %j internal', (reason) => expect(toProblem(reason).code).toBe('internal'))
})

describe('the sentences', () => {
  it('name what the user gave and the reference', () => {
    expect(problemText(new Problem('note_unknown', 'n-1'))).toContain("'n-1'")
    expect(problemText(new Problem('internal', '', 'K3F9'))).toContain('K3F9')
    for (const code of Object.keys(sentences) as Code[]) expect(problemText(new Problem(code, 'x', 'y'))).not.toMatch(/[{}]/)
  })
})
