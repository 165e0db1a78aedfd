import { embedPostgres } from '#gateway/store/embedded-postgres.ts'
import { openStore } from '#gateway/store/open-store.ts'
import { createSavedViews } from '#gateway/store/saved-views.ts'
import { ANYBODY } from '../view-reader.ts'

/** Saves one view after the other into the folder that it is given, and says so once each is saved. */
const [, , folder = '', stale] = process.argv
const store = openStore(embedPostgres(folder, Number(stale)))
const views = createSavedViews(store, ANYBODY)
while (true) {
  try {
    await store.ready()
    break
  } catch {
    // The lock of the one that was killed before has not run out yet.
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
while (true) {
  const view = await views.add(
    {
      name: 'x'.repeat(50),
      description: '',
      owner: '',
      path: '/account',
      search: '',
    },
    ANYBODY.accounts,
  )
  if (view) process.stdout.write(`${view.id}\n`)
}
