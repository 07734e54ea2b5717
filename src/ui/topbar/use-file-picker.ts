/** The browser's own dialogs for a folder or files, through inputs: they work on plain http too. */
import { useCallback } from 'react';
import { useCommands } from '../app-context.tsx';

export interface FilePicker {
  pickFolder(): void;
  /** A workspace as one file. */
  pickFiles(): void;
  /** Data of any readable format. */
  pickData(): void;
}

export function useFilePicker(): FilePicker {
  const { openFiles } = useCommands();
  const pick = useCallback(
    (prepare: (input: HTMLInputElement) => void) => {
      const input = document.createElement('input');
      input.type = 'file';
      input.multiple = true;
      prepare(input);
      input.onchange = () => {
        if (input.files && input.files.length > 0) openFiles([...input.files]);
      };
      input.click();
    },
    [openFiles],
  );
  return {
    pickFolder: () =>
      pick((input) => {
        input.webkitdirectory = true;
      }),
    pickFiles: () =>
      pick((input) => {
        input.accept = '.chentu,.zip';
      }),
    pickData: () =>
      pick((input) => {
        // No list of endings: it would hide a ledger that is called wrongly.
        input.accept = '';
      }),
  };
}
