import { existsSync, readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'

/** Where KORE's own descriptions lie, beside the repository and not in it. */
const FOLDER = new URL('../../../shared/kore-openapi/', import.meta.url)

/** One of KORE's own descriptions (OpenAPI 3.0). */
export interface KoreDescription {
  /**
   * What is wrong with an answer: a field that is missing, of another type, or not described at all.
   *
   * @param path as the description has it, such as `/v1/Sims/{Sid}`
   */
  faults(path: string, status: number, body: unknown): string[]
}

/** @returns undefined where the descriptions are not there */
export function readKoreDescription(
  name: 'programmable-wireless' | 'super-sim' | 'token',
): KoreDescription | undefined {
  const file = new URL(`${name}.json`, FOLDER)
  if (!existsSync(file)) return undefined
  const description: unknown = JSON.parse(readFileSync(file, 'utf8'))
  const ajv = new Ajv({ strict: false, allErrors: true, formats: FORMATS })
  const known = new Map<string, ValidateFunction>()
  const compile = (path: string, status: number) => {
    const operation = at(description, 'paths', path)
    const method = at(operation, 'get') ? 'get' : 'post'
    const response = at(operation, method, 'responses', String(status))
    const schema = at(response, 'content', 'application/json', 'schema')
    if (!schema) throw new Error(`KORE describes no answer ${status} of ${path}`)
    return ajv.compile(strictSchema(description, schema))
  }
  return {
    faults(path, status, body) {
      const key = `${status} ${path}`
      const validate = known.get(key) ?? compile(path, status)
      known.set(key, validate)
      if (validate(body)) return []
      return (validate.errors ?? []).map(
        ({ instancePath, message, params }) =>
          `${instancePath} ${message} ${JSON.stringify(params)}`,
      )
    },
  }
}

/** The formats that are more than a word; what they do not name is not checked. */
const FORMATS = {
  'date-time': (text: string) =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text) && !Number.isNaN(Date.parse(text)),
  uri: (text: string) => URL.canParse(text),
  currency: /^[A-Z]{3}$/,
  'iso-country-code': /^[A-Z]{2}$/,
  'http-method': true,
  'uri-map': true,
  int32: true,
  int64: true,
  double: true,
} as const

/**
 * A schema of OpenAPI 3.0 as JSON Schema has it: references and `allOf` put in place, `nullable` as a
 * type. A `null` that an `enum` does not list is wrong (OpenAPI 3.0.3), and so is a field that an object
 * does not list.
 */
function strictSchema(description: unknown, schema: unknown): Record<string, unknown> {
  const reference = at(schema, '$ref')
  if (typeof reference === 'string') {
    const names = reference.replace('#/', '').split('/')
    return strictSchema(description, at(description, ...names))
  }
  if (!isObject(schema)) return {}
  const { allOf, properties, items, nullable, required, type, ...rest } = schema
  const parts = Array.isArray(allOf) ? allOf.map((part) => strictSchema(description, part)) : []
  const own = isObject(properties) ? Object.entries(properties) : []
  const fields = Object.fromEntries([
    ...parts.flatMap((part) => (isObject(part.properties) ? Object.entries(part.properties) : [])),
    ...own.map(([name, field]) => [name, strictSchema(description, field)] as const),
  ])
  const needed = [...parts.map((part) => part.required), required].flatMap((names) =>
    Array.isArray(names) ? names.map(String) : [],
  )
  return {
    ...rest,
    ...(typeof type === 'string' ? { type: nullable ? [type, 'null'] : type } : {}),
    ...(items === undefined ? {} : { items: strictSchema(description, items) }),
    ...(Object.keys(fields).length === 0
      ? {}
      : {
          // What is required without being described may be anything.
          properties: { ...Object.fromEntries(needed.map((name) => [name, {}])), ...fields },
          required: needed,
          additionalProperties: false,
        }),
  }
}

function at(value: unknown, ...names: readonly string[]): unknown {
  return names.reduce<unknown>((inner, name) => (isObject(inner) ? inner[name] : undefined), value)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
