/** What the grid calls a cell when it names its active one. */
export const cellId = (gridId: string, line: number, column: number) => `${gridId}-${line}-${column}`;
