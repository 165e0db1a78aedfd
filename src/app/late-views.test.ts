import { describe, expect, it } from 'vitest'
import { LATE_VIEWS, lateViewAt } from './late-views.ts'

describe('lateViewAt', () => {
  it('finds each view at its own path, and at no other’s', () => {
    for (const view of LATE_VIEWS) {
      expect(lateViewAt(view.path.replace(/:\w+/, 'x-1'))).toBe(view)
    }
  })

  it.each(['/sims/DE05ce978b68e50df46448eeb43623a623', '/sims/HS%2F1/', '/s/token', '/v/1'])(
    'knows that %s shows usage',
    (path) => expect(lateViewAt(path)?.showsUsage).toBe(true),
  )

  it('knows that a list shows none', () => expect(lateViewAt('/sims')?.showsUsage).toBeUndefined())

  it.each(['/account', '/', '/nowhere', '/sims/a/b', '/x/sims'])('finds none at %s', (path) =>
    expect(lateViewAt(path)).toBeUndefined(),
  )
})
