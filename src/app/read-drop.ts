/** Files and whole folders out of a drop. Folders come through webkitGetAsEntry, which every browser has. */
import type { PathAndBlob } from './workspace-source.ts';

/** Must be called within the drop event: its items are gone afterwards. Paths are relative to what was dropped. */
export function readDrop(dropped: DataTransfer): Promise<PathAndBlob[]> {
  const entries: FileSystemEntry[] = [];
  const files: File[] = [];
  for (const item of dropped.items) {
    if (item.kind !== 'file') continue;
    const entry = item.webkitGetAsEntry();
    const file = item.getAsFile();
    if (entry?.isDirectory) entries.push(entry);
    else if (file) files.push(file);
  }
  const loose = files.map((file) => ({ path: file.name, blob: file }));
  return Promise.all(entries.map(readEntry)).then((folders) => [...loose, ...folders.flat()]);
}

/** Files of an input: with the folder's name in front where a folder was picked. */
export function readPicked(files: readonly File[]): PathAndBlob[] {
  return files.map((file) => ({ path: file.webkitRelativePath || file.name, blob: file }));
}

async function readEntry(entry: FileSystemEntry): Promise<PathAndBlob[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => {
      (entry as FileSystemFileEntry).file(resolve, reject);
    });
    return [{ path: entry.fullPath.replace(/^\//, ''), blob: file }];
  }
  const children = await readFolder(entry as FileSystemDirectoryEntry);
  return (await Promise.all(children.map(readEntry))).flat();
}

/** A reader hands out its entries in batches (100 in Chromium) until one is empty. */
async function readFolder(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (batch.length === 0) return entries;
    entries.push(...batch);
  }
}
