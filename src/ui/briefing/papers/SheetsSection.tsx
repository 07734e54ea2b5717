/** Maps on paper, pictures, animations. */
export function SheetsSection() {
  return null;
}
