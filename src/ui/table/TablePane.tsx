export function TablePane() {
  return null;
}
