/** Why a dust source stands where it stands: rules, estimate, zones and people, routes, hotspots, receptors, episodes and clocks. */
import { Switch } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import type { Surroundings } from '../../checks/around-types.ts';
import type { Subject } from '../../core/subject.ts';
import { isSourceKind } from '../../model/kinds.ts';
import { useCommands, useTexts, useWorkspace } from '../app-context.tsx';
import classes from '../findings/findings.module.css';
import { AroundSections } from './AroundSections.tsx';
import { EstimateFormula } from './EstimateFormula.tsx';
import { JudgementList } from './JudgementList.tsx';
import { SoilClocks } from './SoilClocks.tsx';
import { ZoneShares } from './ZoneShares.tsx';

const DEFAULT_RADIUS_METERS = 1000;

export interface DossierProps {
  readonly subject: Subject;
  readonly showPhone: boolean;
  onShowPhone(shown: boolean): void;
}

export function SourceDossier({ subject, showPhone, onShowPhone }: DossierProps) {
  const { t } = useTexts();
  const kind = useWorkspace((state) => state.features.get(subject.layer)?.layer.kind);
  const [radiusMeters, setRadiusMeters] = useState(DEFAULT_RADIUS_METERS);
  const around = useSurroundings(subject, radiusMeters);
  if (!kind || !isSourceKind(kind)) return null;
  return (
    <div data-testid="dossier" style={{ display: 'contents' }}>
      <JudgementList subject={subject} kind={kind} around={around} />
      {kind === 'bareSoil' && <SoilClocks subject={subject} />}
      <EstimateFormula subject={subject} kind={kind} areaSquareMeters={around?.areaSquareMeters} />
      {around && (
        <>
          <div className={classes.section}>
            <h3>{t('whatif.zones')}</h3>
            <Switch
              size="xs"
              label={t('whatif.showPhone')}
              checked={showPhone}
              onChange={(event) => onShowPhone(event.currentTarget.checked)}
              data-testid="show-phone"
            />
            <ZoneShares around={around} showPhone={showPhone} />
          </div>
          <AroundSections around={around} radiusMeters={radiusMeters} onRadius={setRadiusMeters} />
        </>
      )}
    </div>
  );
}

/** Undefined until the engine has answered. Asked anew after each check and edit. */
function useSurroundings(subject: Subject, radiusMeters: number): Surroundings | undefined {
  const { surroundings } = useCommands();
  const check = useWorkspace((state) => state.check);
  const [found, setFound] = useState<Surroundings>();
  const key = useMemo(() => ({ subject, check }), [subject, check]);
  useEffect(() => {
    let isNewest = true;
    if (!key.check) return;
    void surroundings({ subject: key.subject, radiusMeters }).then((answer) => {
      if (isNewest) setFound(answer.ok && answer.value ? answer.value : undefined);
    });
    return () => {
      isNewest = false;
    };
  }, [key, radiusMeters, surroundings]);
  return found;
}
