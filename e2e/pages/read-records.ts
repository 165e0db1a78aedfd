/** Super SIM usage straight from the API, over all of its pages. */
export async function readRecords<T>(gatewayUrl: string, query: string): Promise<T[]> {
  const path = `${gatewayUrl}/api/accounts/main/super-sim/v1/UsageRecords`
  const records: T[] = []
  let next: string | undefined = `?PageSize=249&${query}`
  while (next !== undefined) {
    const page: { usage_records: T[]; meta: { next_page_url?: string | null } } = await (
      await fetch(path + next)
    ).json()
    records.push(...page.usage_records)
    const url = page.meta.next_page_url
    next = url ? new URL(url).search : undefined
  }
  return records
}
