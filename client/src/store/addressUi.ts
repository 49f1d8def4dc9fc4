// The viewer's wishes as a query holds them: look, language, open parts, filters. What is as usual is left out.
import { levels } from '@onescreen/shared/cases';
import { dimensions } from '@onescreen/shared/catalogue';
import { hasLanguage } from '../i18n/languages.ts';
import type { CaseFilter, Ui } from './ui.ts';
import { ALL_OPEN_CASES, BOARDS, CASE_STATUSES, PANELS, PRIORITIES } from './ui.ts';

/** What an address always names. */
type Always = Pick<Ui, 'language' | 'look' | 'dimension'>;
/** What an address names where it is not as usual. */
type Sometimes = Pick<Ui, 'board' | 'compare' | 'workList' | 'caseFilter' | 'switchedLayers' | 'maximised'>;
export type AddressedUi = Always & Sometimes;

const LAYER = /^[a-z][a-z-]{0,30}$/i;

function writeFilter(query: URLSearchParams, filter: CaseFilter): void {
  if (filter.status !== ALL_OPEN_CASES.status) query.set('status', filter.status);
  if (filter.priority !== 'all') query.set('priority', filter.priority);
  if (filter.level !== 'all') query.set('level', filter.level);
  if (filter.automatic) query.set('auto', '1');
  if (filter.mine) query.set('mine', '1');
  if (filter.text !== '') query.set('q', filter.text);
}

const readFilter = (query: URLSearchParams): CaseFilter => ({
  status: CASE_STATUSES.find((one) => one === query.get('status')) ?? ALL_OPEN_CASES.status,
  priority: PRIORITIES.find((one) => one === query.get('priority')) ?? 'all',
  level: levels.find((one) => one === query.get('level')) ?? 'all',
  automatic: query.get('auto') === '1',
  mine: query.get('mine') === '1',
  text: query.get('q') ?? '',
});

/** Adds to the query what it must name of these wishes. */
export function writeUi(query: URLSearchParams, ui: AddressedUi): void {
  if (ui.board !== null) query.set('board', ui.board);
  if (ui.compare !== null) query.set('compare', ui.compare);
  if (ui.workList !== 'cases') query.set('list', ui.workList);
  writeFilter(query, ui.caseFilter);
  if (ui.switchedLayers.length > 0) query.set('layers', ui.switchedLayers.join(','));
  if (ui.maximised !== null) query.set('max', ui.maximised);
  query.set('open', ui.dimension);
  query.set('look', ui.look);
  query.set('lang', ui.language);
}

/** Look, language and dimension only where the query names them; the rest as usual where it does not. */
export function readUi(query: URLSearchParams): Partial<Always> & Sometimes {
  const language = query.get('lang');
  const look = query.get('look');
  const dimension = dimensions.find((one) => one.id === query.get('open'))?.id;
  const layers = (query.get('layers') ?? '').split(',').filter((one) => LAYER.test(one));
  return {
    board: BOARDS.find((one) => one === query.get('board')) ?? null,
    compare: query.get('compare') || null,
    workList: query.get('list') === 'alarms' ? 'alarms' : 'cases',
    caseFilter: readFilter(query),
    switchedLayers: [...new Set(layers)],
    maximised: PANELS.find((one) => one === query.get('max')) ?? null,
    ...(language !== null && hasLanguage(language) ? { language } : {}),
    ...(look === 'show' || look === 'calm' ? { look } : {}),
    ...(dimension === undefined ? {} : { dimension }),
  };
}
