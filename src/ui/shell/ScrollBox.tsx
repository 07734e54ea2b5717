/** A box that scrolls, by the arrow keys too: it takes the focus, since what is in it may not. */
import type { ReactNode } from 'react';

interface ScrollBoxProps {
  readonly label: string;
  readonly className: string | undefined;
  readonly children: ReactNode;
}

export function ScrollBox({ label, className, children }: ScrollBoxProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without the focus there is no scrolling by keys.
    <section className={className} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
