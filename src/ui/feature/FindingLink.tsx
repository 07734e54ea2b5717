/** A finding in one line, wherever it is mentioned. Click selects, hover previews. */
import { useCommands, useTexts, useView, useWorkspace } from '../app-context.tsx';
import { titleOfFinding } from '../findings/finding-title.ts';
import classes from '../findings/findings.module.css';
import { FindingSwatch } from '../layers/SwatchIcon.tsx';

export function FindingLink({ findingId }: { findingId: string }) {
  const { t } = useTexts();
  const { select, hover } = useCommands();
  const finding = useWorkspace((state) => state.findingById.get(findingId));
  const features = useWorkspace((state) => state.features);
  const selected = useView(({ selection }) => selection?.type === 'finding' && selection.id === findingId);
  if (!finding) return null;
  const target = { type: 'finding', id: findingId } as const;
  return (
    <button
      type="button"
      className={classes.link}
      data-selected={selected}
      onClick={() => select(target)}
      onPointerEnter={() => hover(target)}
      onPointerLeave={() => hover(undefined)}
    >
      <FindingSwatch rule={finding.rule} />
      <span className={classes.name}>
        {t(`rule.${finding.rule}`)}
        {finding.subjects.length > 1 && (
          <span className={classes.muted}> · {titleOfFinding(finding, features, t)}</span>
        )}
      </span>
    </button>
  );
}
