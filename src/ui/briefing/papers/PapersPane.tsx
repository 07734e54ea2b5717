/** 材料: everything of a briefing that leaves as a file. Each part knows its own. */
import { HandoverSection } from './HandoverSection.tsx';
import { MonthPackSection } from './MonthPackSection.tsx';
import { SheetsSection } from './SheetsSection.tsx';
import { SlidesSection } from './SlidesSection.tsx';
import { SlipsSection } from './SlipsSection.tsx';

export function PapersPane() {
  return (
    <>
      <SlidesSection />
      <MonthPackSection />
      <SheetsSection />
      <SlipsSection />
      <HandoverSection />
    </>
  );
}
