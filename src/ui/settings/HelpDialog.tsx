/** `?`: every key in one place. */
import { Button, Kbd, Modal } from '@mantine/core';
import { useApp, useSettings, useTexts, useView, useWorkspace } from '../app-context.tsx';
import classes from '../findings/findings.module.css';

const KEYS: readonly (readonly [keys: readonly string[], text: string])[] = [
  [['Ctrl K'], 'search'],
  [['/'], 'filter'],
  [['[', ']', '\\'], 'panels'],
  [['1', '2', '3'], 'modes'],
  [['↑', '↓'], 'step'],
  [['N', 'Shift N'], 'cycle'],
  [['F'], 'zoom'],
  [['H'], 'home'],
  [['Ctrl Z', 'Ctrl Shift Z'], 'undo'],
  [['E'], 'history'],
  [['Ctrl S'], 'save'],
  [['P', 'R', 'D', 'L', 'U'], 'drawTools'],
  [['M', 'O', 'K', 'S', 'G', 'C', 'Y'], 'drawEdits'],
  [['Q', 'T', 'W', 'X'], 'drawSwitches'],
  [[',', '.', 'I', '↑ ↓ ← →'], 'drawVertices'],
  [['Esc'], 'back'],
  [['?'], 'help'],
];

export function HelpDialog() {
  const { t } = useTexts();
  const { view } = useApp();
  const open = useView((state) => state.dialog === 'help');
  const isDemo = useWorkspace((state) => state.isDemo);
  const change = useSettings((settings) => settings.change);
  const showSteps = () => {
    change({ welcomed: false });
    view.setState({ dialog: undefined, mode: 'browse', panel: undefined });
  };
  return (
    <Modal
      opened={open}
      onClose={() => view.setState({ dialog: undefined })}
      title={t('app.help.title')}
      size={480}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <table className={classes.table} data-testid="help">
        <tbody>
          {KEYS.map(([keys, text]) => (
            <tr key={text}>
              <td>{t(`app.help.${text}`)}</td>
              <td>
                {keys.map((key) => (
                  <Kbd key={key} size="xs" ml={4}>
                    {key}
                  </Kbd>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.muted}>{t('app.help.mouse')}</p>
      <p className={classes.muted}>{t('welcome.keys.map')}</p>
      {isDemo && (
        <Button size="compact-sm" variant="default" onClick={showSteps} data-testid="welcome-again">
          {t('welcome.again')}
        </Button>
      )}
    </Modal>
  );
}
