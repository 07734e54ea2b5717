/** What a converter to GeoJSON says of a feature, as plain values: tables have no objects in their cells. */

/** How shapes look, by the names that the converter gives: no property of the ground. Left out, and counted by the caller. */
const LOOKS: ReadonlySet<string> = new Set([
  ...['styleUrl', 'styleHash', 'styleMapHash', '@geometry-type', 'coordinateProperties'],
  ...['stroke', 'stroke-width', 'stroke-opacity', 'fill', 'fill-opacity'],
  ...['icon', 'icon-color', 'icon-opacity', 'icon-scale', 'icon-heading', 'icon-offset', 'icon-offset-units'],
  ...['label-color', 'label-opacity', 'label-scale'],
]);

export interface PlainProperties {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly hasLooks: boolean;
}

/** Nested values are spread out (`timespan` into `begin` and `end`); texts of `{ "@type", value }` are taken out. */
export function plainProperties(found: Readonly<Record<string, unknown>> | null): PlainProperties {
  const properties: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  let hasLooks = false;
  for (const [name, value] of Object.entries(found ?? {})) {
    if (LOOKS.has(name)) hasLooks = true;
    else if (typeof value !== 'object' || value === null) properties[name] = value;
    else if (Array.isArray(value)) properties[name] = value.every(isPlain) ? value.join(', ') : JSON.stringify(value);
    else if ('value' in value && '@type' in value) properties[name] = value.value;
    else for (const [inner, of] of Object.entries(value)) properties[inner] = isPlain(of) ? of : JSON.stringify(of);
  }
  return { properties, hasLooks };
}

const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null;
