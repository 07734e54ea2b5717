/** 复核: the finding measured again with Turf; both numbers, the accuracy that Turf can have, the verdict. */
import { Badge, Button } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { SecondOpinion } from '../../checks/session-types.ts';
import type { Result } from '../../core/result.ts';
import { explainProblem } from '../../i18n/explain.ts';
import { formatFraction } from '../../i18n/format.ts';
import type { Finding } from '../../model/findings.ts';
import { useCommands, useTexts } from '../app-context.tsx';
import { listComparedMeasures } from './compare-measures.ts';
import classes from './findings.module.css';

const VERDICT_COLORS = { equal: 'teal', near: 'yellow', different: 'red', failed: 'gray' } as const;

export function SecondOpinionSection({ finding }: { finding: Finding }) {
  const { t } = useTexts();
  const { secondOpinion } = useCommands();
  const [asking, setAsking] = useState(false);
  const [answer, setAnswer] = useState<Result<SecondOpinion>>();
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);

  const ask = async () => {
    setAsking(true);
    const result = await secondOpinion(finding.id);
    if (!mounted.current) return;
    setAsking(false);
    setAnswer(result);
  };

  return (
    <div className={classes.section}>
      <h3>{t('app.opinion.title')}</h3>
      {!answer && (
        <Button
          size="compact-sm"
          variant="default"
          loading={asking}
          leftSection={<IconScale size={15} />}
          onClick={() => void ask()}
          data-testid="second-opinion"
        >
          {t('app.opinion.ask')}
        </Button>
      )}
      {answer && !answer.ok && <p>{explainProblem(answer.problem, t)}</p>}
      {answer?.ok && <Opinion opinion={answer.value} />}
    </div>
  );
}

function Opinion({ opinion }: { opinion: SecondOpinion }) {
  const { t } = useTexts();
  return (
    <div data-testid="opinion" data-verdict={opinion.verdict}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{t('app.opinion.measure')}</th>
            <th>{t('app.opinion.ours')}</th>
            <th>Turf</th>
            <th>{t('app.opinion.difference')}</th>
          </tr>
        </thead>
        <tbody>
          {listComparedMeasures(opinion).map(({ name, ours, turf, difference }) => (
            <tr key={name}>
              <td>{t(`measure.${name}`)}</td>
              <td>{ours}</td>
              <td>{turf}</td>
              <td>{difference}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p style={{ marginTop: 8 }}>
        <Badge variant="light" radius="sm" color={VERDICT_COLORS[opinion.verdict]}>
          {t(`app.opinion.verdict.${opinion.verdict}`)}
        </Badge>{' '}
        <span className={classes.muted}>
          {t('app.opinion.tolerance', { tolerance: formatFraction(opinion.toleranceFraction) })}
        </span>
      </p>
      <p className={classes.muted}>
        {opinion.problem ? explainProblem(opinion.problem, t) : t(`app.opinion.why.${opinion.verdict}`)}
      </p>
    </div>
  );
}
