/** Tags of an OSM element: key, value, key, value … Flat, since a province has a million of them; never an object, since keys are strangers' words. */
export type OsmTags = readonly string[];

/** The database takes no more for one element; a file that has more was not made from it. */
export const MAX_TAGS = 5_000;

export const NO_TAGS: OsmTags = [];

/** The first value of a key. O(tags). */
export function tagOf(tags: OsmTags, key: string): string | undefined {
  for (let at = 0; at < tags.length; at += 2) if (tags[at] === key) return tags[at + 1];
  return undefined;
}

/** Whether a key has one of these values. */
export function hasTag(tags: OsmTags, key: string, values: ReadonlySet<string>): boolean {
  const value = tagOf(tags, key);
  return value !== undefined && values.has(value);
}

/** Tags with other keys than these as JSON text; undefined where none is left. A key written twice keeps both values, joined as OSM joins several. */
export function tagsAsJson(tags: OsmTags, without: ReadonlySet<string>): string | undefined {
  const rest = new Map<string, string>();
  for (let at = 0; at < tags.length; at += 2) {
    const key = tags[at]!;
    if (without.has(key)) continue;
    const before = rest.get(key);
    rest.set(key, before === undefined ? tags[at + 1]! : `${before};${tags[at + 1]}`);
  }
  return rest.size > 0 ? JSON.stringify(Object.fromEntries(rest)) : undefined;
}
