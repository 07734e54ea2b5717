/** Slips 交办单: which findings, on what paper, until when; and what comes back. */
import { SlipCaseSection } from '../../slips/CasesSummary.tsx';
import { SlipMaker } from '../../slips/SlipMaker.tsx';

export function SlipsSection() {
  return (
    <>
      <SlipMaker />
      <SlipCaseSection />
    </>
  );
}
