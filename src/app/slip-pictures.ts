/** Pictures of findings' places from the one map of the page, small enough for a paper of a hundred slips. */
import { fail, ok, type Result } from '../core/result.ts';
import type { CallOptions } from '../engine/engine-client.ts';
import type { Commands } from '../ui/commands.ts';
import { shrinkPicture } from '../ui/shrink-picture.ts';
import type { ViewStore } from '../ui/store/view-store.ts';
import type { WorkspaceStore } from '../ui/store/workspace-store.ts';

/** 10 × 6.25 cm: the place on a slip, at 240 dots an inch. */
const PICTURE = { widthPixels: 640, heightPixels: 400, pixelRatio: 1.5 } as const;
/** A place is recognised by what lies around it: 630 m across, in 34° N. */
const ZOOM = 16;

export interface SlipPictures {
  /** JPEGs by finding; those of findings that are gone are left out. Fails without a map, and when cancelled. */
  take(findings: readonly string[], call: Required<CallOptions>): Promise<Result<Record<string, Uint8Array>>>;
}

export interface SlipPicturesParts {
  readonly workspace: WorkspaceStore;
  readonly view: ViewStore;
  readonly takePicture: Commands['takePicture'];
  readonly select: Commands['select'];
}

export function createSlipPictures(parts: SlipPicturesParts): SlipPictures {
  const { workspace, view, takePicture, select } = parts;
  return {
    async take(findings, { signal, onProgress }) {
      const before = view.getState().selection;
      const taken: Record<string, Uint8Array> = {};
      try {
        for (const [done, id] of findings.entries()) {
          onProgress({ stage: 'read', done, total: findings.length });
          const finding = workspace.getState().findingById.get(id);
          if (!finding) continue;
          const camera = { center: finding.at, zoom: ZOOM, bearing: 0, pitch: 0 };
          const show = () => select({ type: 'finding', id }, { zoom: false });
          const picture = await takePicture({ ...PICTURE, camera, theme: 'projector', show }, signal);
          if (!picture.ok) return picture;
          const bytes = await shrinkPicture(picture.value, PICTURE.widthPixels * PICTURE.pixelRatio);
          if (signal.aborted) return fail('engine.cancelled');
          if (bytes) taken[id] = bytes;
        }
        return ok(taken);
      } finally {
        select(before, { zoom: false });
      }
    },
  };
}
