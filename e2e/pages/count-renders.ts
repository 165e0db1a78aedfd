import type { Page } from 'playwright/test'

/** Counts what React draws on the pages that come; to be called before going to the first. */
export async function countRenders(page: Page): Promise<void> {
  await page.addInitScript(observeReact)
}

/** How many components each render drew since this was asked for last, once nothing more is drawn. */
export async function takeRenders(page: Page): Promise<number[]> {
  return await page.evaluate(async () => {
    const renders: unknown = Reflect.get(window, 'renders')
    if (!Array.isArray(renders)) throw new Error('What this page draws is not counted.')
    for (let before = -1; before !== renders.length; ) {
      before = renders.length
      await new Promise((resolve) => setTimeout(() => requestIdleCallback(resolve), 300))
    }
    return renders.splice(0)
  })
}

/**
 * Stands where React looks for its developer tools, and counts what each of its commits has drawn. A component
 * was drawn if it is new, or if React has marked it as having done work; where a branch is the one of the commit
 * before, nothing below was touched.
 */
function observeReact(): void {
  interface Fiber {
    readonly alternate: Fiber | null
    readonly child: Fiber | null
    readonly sibling: Fiber | null
    readonly flags: number
    readonly type: unknown
  }
  const PERFORMED_WORK = 1
  const renders: number[] = []
  Object.assign(window, { renders })

  const isComponent = ({ type }: Fiber) =>
    typeof type === 'function' || (typeof type === 'object' && type !== null)

  function drawnWithin(parent: Fiber): number {
    const before = new Set<Fiber | null>()
    for (let one = parent.alternate?.child ?? null; one; one = one.sibling) before.add(one)
    let drawn = 0
    for (let one = parent.child; one; one = one.sibling) {
      if (before.has(one)) continue
      const isNew = !one.alternate
      if (isComponent(one) && (isNew || (one.flags & PERFORMED_WORK) !== 0)) drawn += 1
      if (isNew || one.child !== one.alternate?.child) drawn += drawnWithin(one)
    }
    return drawn
  }

  Object.assign(window, {
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      supportsFiber: true,
      inject: () => 1,
      onCommitFiberRoot: (_: number, root: { current: Fiber }) => {
        renders.push(drawnWithin(root.current))
      },
      onCommitFiberUnmount: () => undefined,
      onPostCommitFiberRoot: () => undefined,
      onScheduleFiberRoot: () => undefined,
    },
  })
}
