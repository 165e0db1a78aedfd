/** The value of a key, made once. */
export function kept<K, V>(store: Map<K, V>, key: K, make: () => V): V {
  const known = store.get(key)
  if (known !== undefined) return known
  const made = make()
  store.set(key, made)
  return made
}

/** Keeps what was made for a day as long as the moment that it was made for stays the same. */
export function keepWhileNow<V>(
  make: (day: number, nowHour: number) => V,
): (day: number, nowHour: number) => V {
  const days = new Map<number, V>()
  let madeFor: number | undefined
  return (day, nowHour) => {
    if (nowHour !== madeFor) days.clear()
    madeFor = nowHour
    return kept(days, day, () => make(day, nowHour))
  }
}
