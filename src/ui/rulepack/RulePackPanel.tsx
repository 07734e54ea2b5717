export function RulePackPanel() {
  return null;
}
