/** A folder, files or a zip dropped anywhere opens as another workspace. */
import { useEffect } from 'react';
import { useApp } from '../app-context.tsx';

export function useDrop(): void {
  const { view, commands } = useApp();
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (!view.getState().dragging) view.setState({ dragging: true });
    };
    const leave = (event: DragEvent) => {
      // Leaving an element for another one inside the page is not leaving the page.
      if (event.relatedTarget === null) view.setState({ dragging: false });
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      view.setState({ dragging: false });
      commands.openDrop(event.dataTransfer);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [view, commands]);
}
