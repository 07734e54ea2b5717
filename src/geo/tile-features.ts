/** Which features lie together: groups small enough that what is in view can be drawn without all the rest. */

const DEEPEST = 12;

/**
 * Groups of features by where the middle of their box lies, quarter by quarter, until a group weighs at most
 * `most`; features keep their order inside a group. A feature that is heavier than that is with those beside it.
 *
 * @param boxes west, south, east, north of each feature; features whose box is not finite are left out
 * @param weights for example positions of each feature; those that weigh nothing are left out
 */
export function tileFeatures(boxes: Float64Array, weights: Uint32Array, most: number): number[][] {
  const members: number[] = [];
  for (let feature = 0; feature < weights.length; feature++)
    if (weights[feature]! > 0 && Number.isFinite(boxes[4 * feature]!)) members.push(feature);
  const groups: number[][] = [];
  const middle = (feature: number, axis: 0 | 1) => (boxes[4 * feature + axis]! + boxes[4 * feature + 2 + axis]!) / 2;

  const divide = (group: number[], depth: number) => {
    if (group.length === 0) return;
    const weight = group.reduce((sum, feature) => sum + weights[feature]!, 0);
    if (weight <= most || depth === DEEPEST || group.length === 1) {
      groups.push(group);
      return;
    }
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const feature of group) {
      west = Math.min(west, middle(feature, 0));
      east = Math.max(east, middle(feature, 0));
      south = Math.min(south, middle(feature, 1));
      north = Math.max(north, middle(feature, 1));
    }
    const quarters: [number[], number[], number[], number[]] = [[], [], [], []];
    for (const feature of group) {
      const right = middle(feature, 0) > (west + east) / 2 ? 1 : 0;
      const upper = middle(feature, 1) > (south + north) / 2 ? 2 : 0;
      quarters[(right + upper) as 0 | 1 | 2 | 3].push(feature);
    }
    for (const quarter of quarters) divide(quarter, depth + 1);
  };
  divide(members, 0);
  return groups;
}
