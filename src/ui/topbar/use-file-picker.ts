/** The browser's own dialogs for a folder or files, through inputs: they work on plain http too. */
import { useCallback } from 'react';
import { useCommands } from '../app-context.tsx';

export interface FilePicker {
  pickFolder(): void;
  pickFiles(): void;
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
        input.accept = '.chentu,.zip,.geojson,.json,.fgb,.csv,.tsv,.txt,.xlsx,.xlsm,.xls,.et,.kml,.kmz,.ovkml,.gpx';
      }),
  };
}
