/** An address that a view can be saved or shared as. */
export interface ShareableAddress {
  /** The query, without its question mark. */
  readonly search: string
  /** What its dates mean later. */
  readonly dates: string
}
