export function BaseMapsPanel() {
  return null;
}
