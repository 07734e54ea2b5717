/** The template that slips are filled into: ours, or the office's own that lies in the workspace. */
import { Button, FileButton } from '@mantine/core';
import { IconDownload, IconFileUpload, IconRestore } from '@tabler/icons-react';
import { useState } from 'react';
import type { Problem } from '../../core/result.ts';
import { explainProblem } from '../../i18n/explain.ts';
import { formatBytes } from '../../i18n/format.ts';
import { findOwnTemplate, templatePatch } from '../../reports/slips/own-template.ts';
import { useCommands, useSlips, useTexts, useWorkspace } from '../app-context.tsx';
import draw from '../draw/draw.module.css';

export function TemplateField() {
  const { t } = useTexts();
  const { slips, edit } = useCommands();
  const per = useSlips((state) => state.per);
  const own = useWorkspace(({ document }) => document && findOwnTemplate(document, per));
  const [answer, setAnswer] = useState<{ readonly problem?: Problem; readonly count?: number }>({});
  const take = async (file: File | null) => {
    if (!file) return;
    const taken = await slips.takeTemplate(per, file);
    setAnswer(taken.ok ? { count: taken.value.length } : { problem: taken.problem });
  };
  return (
    <section aria-label={t('returns.template')}>
      <p className={draw.hint} data-testid="slips-template">
        {t('returns.template')}
        {t('returns.colon')}
        {own ? t('returns.template.own', { size: formatBytes(own.length) }) : t('returns.template.ours')}
      </p>
      <div className={draw.actions}>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconDownload size={14} />}
          onClick={() => slips.downloadTemplate(per)}
          title={t('returns.template.downloadHint')}
        >
          {t('returns.template.download')}
        </Button>
        <FileButton accept=".docx" onChange={(file) => void take(file)}>
          {(props) => (
            <Button
              {...props}
              size="compact-xs"
              variant="default"
              leftSection={<IconFileUpload size={14} />}
              data-testid="slips-template-take"
            >
              {t('returns.template.take')}
            </Button>
          )}
        </FileButton>
        {own && (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconRestore size={14} />}
            onClick={() => {
              setAnswer({});
              edit(templatePatch(per, undefined));
            }}
            data-testid="slips-template-ours"
          >
            {t('returns.template.back')}
          </Button>
        )}
      </div>
      {answer.problem && (
        <p className={draw.notice} role="alert" data-testid="slips-template-problem">
          {explainProblem(answer.problem, t)}
        </p>
      )}
      {answer.count !== undefined && own && (
        <p className={draw.hint} role="status">
          {t('returns.template.taken', { count: answer.count })}
        </p>
      )}
    </section>
  );
}
