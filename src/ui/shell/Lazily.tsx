/**
 * Around parts whose code comes when they are first asked for: says that they are on their way, and what to do
 * where they do not come, for instance after the server got a newer version. The rest of the page stays.
 */
import { Button } from '@mantine/core';
import { Component, type ReactNode, Suspense } from 'react';
import { useTexts } from '../app-context.tsx';
import classes from './shell.module.css';

interface LazilyProps {
  readonly children: ReactNode;
  /** Nothing while it comes: for what has no place of its own on the page. */
  readonly quiet?: boolean;
}

export function Lazily({ children, quiet = false }: LazilyProps) {
  return (
    <Boundary fallback={<Failed />}>
      <Suspense fallback={quiet ? null : <Loading />}>{children}</Suspense>
    </Boundary>
  );
}

function Loading() {
  const { t } = useTexts();
  return (
    <p className={classes.lazy} role="status">
      {t('welcome.part.loading')}
    </p>
  );
}

function Failed() {
  const { t } = useTexts();
  return (
    <div className={classes.lazy} role="alert" data-testid="part-failed">
      <p>{t('welcome.part.failed')}</p>
      <Button size="compact-sm" variant="default" onClick={() => location.reload()}>
        {t('welcome.part.reload')}
      </Button>
    </div>
  );
}

interface BoundaryProps {
  readonly children: ReactNode;
  readonly fallback: ReactNode;
}

/** React catches what a child throws in a class alone. */
class Boundary extends Component<BoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
