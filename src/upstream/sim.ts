/** A SIM of either product. */
export interface Sim {
  readonly sid: string
  /** What people call it: its friendly name, else its unique name, else its SID. */
  readonly name: string
  readonly uniqueName: string
  readonly iccid: string
  /** In the API's own word. */
  readonly status: string
  /** The SID of what sets its limits: its rate plan (Programmable Wireless) or its fleet (Super SIM). */
  readonly planSid: string
}
