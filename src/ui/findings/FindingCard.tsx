/** One finding: why, how much, whose, by which rule, what to do; and a second opinion on the numbers. */
import { Badge, Button } from '@mantine/core';
import { IconDownload, IconFocusCentered } from '@tabler/icons-react';
import { lazy } from 'react';
import { CONFLICT_RULES } from '../../checks/settle/settle-types.ts';
import { explainFinding, explainSuggestion } from '../../i18n/explain.ts';
import { formatCoordinates } from '../../i18n/format.ts';
import type { Finding } from '../../model/findings.ts';
import { listMeasures } from '../../reports/list-measures.ts';
import { useCommands, useTexts } from '../app-context.tsx';
import { SubjectLink } from '../feature/SubjectLink.tsx';
import { UnderPointerList } from '../feature/UnderPointerList.tsx';
import { Lazily } from '../shell/Lazily.tsx';
import { CaseSection } from '../slips/CaseSection.tsx';
import classes from './findings.module.css';
import { RuleBasis } from './RuleBasis.tsx';
import { SecondOpinionSection } from './SecondOpinionSection.tsx';

/** Fetched for the first conflict that somebody looks at. */
const ConflictSection = lazy(() =>
  import('../settle/ConflictSection.tsx').then((module) => ({ default: module.ConflictSection })),
);

export function FindingCard({ finding }: { finding: Finding }) {
  const { t, language } = useTexts();
  const { exportShape, zoomToSelection } = useCommands();
  const suggestion = explainSuggestion(finding, t);
  // A conflict's sheet has its own.
  const isConflict = (CONFLICT_RULES as readonly string[]).includes(finding.rule);
  const measures = isConflict ? [] : listMeasures(finding.measures, t, language);
  return (
    <div className={classes.detailBody} data-testid="finding-card" data-finding={finding.id}>
      {finding.status !== 'open' && (
        <Badge variant="light" color="gray" radius="sm">
          {t(`status.${finding.status}`)}
        </Badge>
      )}
      <p className={classes.sentence} data-testid="finding-sentence">
        {explainFinding(finding, t)}
      </p>
      <CaseSection finding={finding} />
      <UnderPointerList />
      {isConflict && (
        <Lazily>
          <ConflictSection finding={finding} />
        </Lazily>
      )}
      {!isConflict && suggestion && (
        <div className={classes.section}>
          <h3>{t('app.finding.suggestion')}</h3>
          <p>{suggestion}</p>
        </div>
      )}
      {!isConflict && (
        <div className={classes.section}>
          <h3>{t('app.finding.subjects')}</h3>
          {finding.subjects.map((subject) => (
            <SubjectLink key={`${subject.layer}/${subject.feature}`} subject={subject} />
          ))}
        </div>
      )}
      {finding.candidates && finding.candidates.length > 0 && (
        <div className={classes.section}>
          <h3>{t('app.finding.candidates')}</h3>
          {finding.candidates.map(({ subject, distanceMeters, bearingDegrees }) => (
            <SubjectLink
              key={`${subject.layer}/${subject.feature}`}
              subject={subject}
              detail={t('app.finding.candidate', { distanceMeters, bearingDegrees })}
            />
          ))}
        </div>
      )}
      <div className={classes.section}>
        <h3>{t('app.finding.measures')}</h3>
        <dl className={classes.facts}>
          {measures.map(({ name, label, text }) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
          <dt>{t('app.finding.place')}</dt>
          <dd>{formatCoordinates(finding.at[0], finding.at[1])}</dd>
        </dl>
      </div>
      <RuleBasis finding={finding} />
      <SecondOpinionSection finding={finding} />
      <div className={classes.actions}>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconFocusCentered size={15} />}
          onClick={zoomToSelection}
        >
          {t('app.zoomTo')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconDownload size={15} />}
          onClick={() => exportShape(finding.id)}
          data-testid="export-shape"
        >
          {t('app.finding.exportShape')}
        </Button>
      </div>
    </div>
  );
}
