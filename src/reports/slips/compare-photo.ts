/** Whether a photo can be of the finding that it is said to be of: by the place and the time in it. */

import { type Problem, problem } from '../../core/result.ts';
import { measureSegment } from '../../geo/measure-path.ts';
import { beijingClock, instantOf } from '../../model/instant.ts';
import type { LonLat } from '../../model/lon-lat.ts';
import type { WorkspaceCase } from '../../model/workspace.ts';
import type { PhotoPlace } from './returned-photo.ts';

/** A proposal, no rule: nearer than this the error of a phone and the size of a site are as likely. */
export const FAR_PHOTO_METERS = 200;

/** Notes for a person to judge by; none where the photo fits, or says nothing. */
export function comparePhoto(
  name: string,
  place: PhotoPlace | undefined,
  finding: { readonly id: string; readonly at: LonLat } | undefined,
  own: Pick<WorkspaceCase, 'assignedAt'> | undefined,
): Problem[] {
  if (!place || !finding) return [];
  const notes: Problem[] = [];
  const { lengthMeters } = measureSegment(finding.at, [place.longitude, place.latitude]);
  if (lengthMeters > FAR_PHOTO_METERS) {
    const params = { name, id: finding.id, distanceMeters: lengthMeters, limitMeters: FAR_PHOTO_METERS };
    notes.push(problem('return-photo-far', params));
  }
  const taken = place.time === undefined ? Number.NaN : instantOf(place.time);
  const day = Number.isNaN(taken) ? undefined : beijingClock(taken).slice(0, 10);
  if (day !== undefined && own?.assignedAt !== undefined && day < own.assignedAt)
    notes.push(problem('return-photo-early', { name, id: finding.id, taken: day, assigned: own.assignedAt }));
  return notes;
}
