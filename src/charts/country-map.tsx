import { geoNaturalEarth1, geoPath } from 'd3-geo'
import codes from 'i18n-iso-countries/codes.json'
import { Fragment, type ReactNode, useMemo, useState } from 'react'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import atlas from 'world-atlas/countries-110m.json'
import { formatBytes, formatShare } from '#usage/words/bytes.ts'
import { formatCountry } from '#usage/words/country.ts'
import classes from './country-map.module.css'

/** A country and how much was used in it. */
interface MappedCountry {
  /** ISO 3166 alpha-2. */
  readonly country: string
  readonly bytes: number
}

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>

const SIZE = { width: 900, height: 420 }
/** Nobody's SIM is there, and it takes a fifth of the height. */
const ANTARCTICA = '010'

/** ISO 3166 alpha-2 by the number that the atlas has for a country. */
const ALPHA_2 = new Map(codes.map(([alpha2 = '', , numeric = '']) => [numeric, alpha2]))

/** Countries on a map, the stronger their colour the more; those that are too small for it are named below. */
export function CountryMap({
  countries,
  label,
  linked,
}: {
  countries: readonly MappedCountry[]
  label: string
  /** Makes the outline of a country a link to where it leads. */
  linked: (country: string, outline: ReactNode) => ReactNode
}) {
  const outlines = useMemo(drawCountries, [])
  const [pointed, setPointed] = useState<MappedCountry>()
  const sum = countries.reduce((total, { bytes }) => total + bytes, 0)
  const used = countries.filter(({ bytes }) => bytes > 0)
  const amounts = used.map(({ bytes }) => bytes)
  const [least, most] = [Math.min(...amounts), Math.max(...amounts)]
  const isDrawn = ({ country }: MappedCountry) => outlines.byCountry.has(country)
  const hidden = used.filter((one) => !isDrawn(one))
  return (
    <figure aria-label={label} className={classes.figure}>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the figure is named, and a title would lie over each country's words */}
      <svg
        viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
        className={classes.map}
        onPointerLeave={() => setPointed(undefined)}
      >
        <path d={outlines.all} className={classes.land} />
        {used.filter(isDrawn).map((one) => (
          <Fragment key={one.country}>
            {linked(
              one.country,
              <path
                data-country={one.country}
                d={outlines.byCountry.get(one.country)}
                className={classes.country}
                fillOpacity={opacityOf(one.bytes, least, most)}
                onPointerEnter={() => setPointed(one)}
              />,
            )}
          </Fragment>
        ))}
      </svg>
      {used.length > 0 && <MapScale least={least} most={most} />}
      <div className={classes.line}>
        {pointed
          ? `${formatCountry(pointed.country)}: ${formatBytes(pointed.bytes)}, ${formatShare(pointed.bytes, sum)}`
          : 'The stronger the colour, the more; on a logarithmic scale.'}
      </div>
      {hidden.length > 0 && (
        <div className={classes.line}>
          Too small for this map, or not named:{' '}
          {hidden.map(({ country }) => formatCountry(country)).join(', ')}
        </div>
      )}
    </figure>
  )
}

/** The colours between the country that used least and the one that used most. */
function MapScale({ least, most }: { least: number; most: number }) {
  const steps = most === least ? [1] : [0, 0.25, 0.5, 0.75, 1]
  return (
    <div className={classes.scale}>
      {formatBytes(least)}
      <span aria-hidden>
        {steps.map((share) => (
          <span
            key={share}
            className={classes.step}
            style={{ opacity: opacityOf(least * (most / least) ** share, least, most) }}
          />
        ))}
      </span>
      {formatBytes(most)}
    </div>
  )
}

/** Usage of countries differs by thousands: on a linear scale all but one would be pale. */
function opacityOf(bytes: number, least: number, most: number): number {
  return most === least ? 1 : 0.25 + (0.75 * Math.log(bytes / least)) / Math.log(most / least)
}

/** The outlines as SVG path data: of every country together, and of each. */
function drawCountries() {
  const world: unknown = atlas
  if (!isAtlas(world)) throw new Error('The atlas is not what it was.')
  const collection = feature(world, world.objects.countries)
  const features = collection.features.filter(({ id }) => id !== ANTARCTICA)
  const shown = { ...collection, features }
  const draw = geoPath(geoNaturalEarth1().fitSize([SIZE.width, SIZE.height], shown))
  draw.digits(1)
  return {
    all: draw(shown) ?? '',
    byCountry: new Map(features.map((one) => [ALPHA_2.get(String(one.id)) ?? '', draw(one) ?? ''])),
  }
}

function isAtlas(value: unknown): value is Atlas {
  return (
    typeof value === 'object' &&
    value !== null &&
    'objects' in value &&
    typeof value.objects === 'object' &&
    value.objects !== null &&
    'countries' in value.objects
  )
}
