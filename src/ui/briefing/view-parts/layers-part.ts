/** Which layers show and how strongly, which rules mark the map, and roads coloured by silt loading. */
import { RULE_IDS, type RuleId } from '../../../model/findings.ts';
import type { AppServices } from '../../app-context.tsx';
import { lookOf } from '../../store/view-store.ts';
import type { ViewPart } from './view-part.ts';

export const layersPart: ViewPart = {
  read(services) {
    const view = services.view.getState();
    const shown = layerIds(services).filter((id) => lookOf(view, id).visible);
    const silt = siltLayers(services);
    return {
      layers: Object.fromEntries(shown.map((id) => [id, lookOf(view, id).opacity])),
      rules: RULE_IDS.filter((rule) => !view.hiddenRules.has(rule)),
      ...(silt.length > 0 ? { siltLayers: silt } : {}),
    };
  },
  show({ layers, rules, siltLayers: silt = [] }, services) {
    services.view.setState({
      looks: Object.fromEntries(
        layerIds(services).map((id) => [id, { visible: id in layers, opacity: layers[id] ?? 1 }]),
      ),
      hiddenRules: new Set<RuleId>(RULE_IDS.filter((rule) => !rules.includes(rule))),
    });
    showSilt(silt, services);
    return undefined;
  },
  remember(services) {
    const { looks, hiddenRules } = services.view.getState();
    const silt = siltLayers(services);
    return () => {
      services.view.setState({ looks, hiddenRules });
      showSilt(silt, services);
    };
  },
};

const layerIds = ({ workspace }: AppServices) => (workspace.getState().document?.layers ?? []).map((layer) => layer.id);

const siltLayers = ({ view }: AppServices) => [...(view.getState().recolors.siltLoading?.keys() ?? [])];

function showSilt(wanted: readonly string[], services: AppServices): void {
  const { commands, workspace } = services;
  const shown = siltLayers(services);
  for (const layer of shown) if (!wanted.includes(layer)) commands.showSiltLoading(layer, false);
  for (const layer of wanted) {
    if (!shown.includes(layer) && workspace.getState().features.has(layer)) commands.showSiltLoading(layer, true);
  }
}
