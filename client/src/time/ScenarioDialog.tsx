// The scenarios by name and picture. Whoever may start one chooses, sees what it costs, and confirms.
import type { ScenarioSummary } from '@onescreen/shared/protocol';
import type { JSX } from 'react';
import { useState } from 'react';
import { formatDuration, formatInstant } from '../i18n/format.ts';
import { POLICIES } from '../i18n/policies.ts';
import { useText } from '../i18n/text.ts';
import { responseLook } from '../marks/grades.ts';
import { useDeedRefusal } from '../people/permission.ts';
import { command, setUi, useRun, useUi } from '../store/index.ts';
import { Dialog } from './Dialog.tsx';
import { ScenarioPicture } from './ScenarioPicture.tsx';

const SMALLEST_SEED = 1;
const LARGEST_SEED = 2 ** 31 - 1;
type Policy = (typeof POLICIES)[number];
const COLOURS = { 0: 'green', 1: 'red', 2: 'orange', 3: 'yellow', 4: 'blue' } as const;

export default function ScenarioDialog(): JSX.Element {
  const { t } = useText();
  const scenarios = useRun((run) => run.status?.pace?.scenarios ?? null);
  const running = useRun((run) => run.info?.scenario ?? null);
  const [chosen, setChosen] = useState(useUi.getState().offeredScenario);
  const picked = scenarios?.find((one) => one.id === chosen) ?? null;
  return (
    <Dialog title={t('scenario.title')} className="scenarios" testId="scenario-dialog">
      <p className="scenario-hint">{t(scenarios === null ? 'scenario.empty' : 'scenario.hint')}</p>
      <ul className="scenario-grid">
        {scenarios?.map((one) => (
          <ScenarioCard
            key={one.id}
            scenario={one}
            isRunning={one.id === running}
            isChosen={one.id === chosen}
            onChoose={() => setChosen(one.id)}
          />
        ))}
      </ul>
      <StartForm scenario={picked} />
    </Dialog>
  );
}

interface CardProps {
  scenario: ScenarioSummary;
  isRunning: boolean;
  isChosen: boolean;
  onChoose: () => void;
}

function ScenarioCard({ scenario, isRunning, isChosen, onChoose }: CardProps): JSX.Element {
  const { t, name, language } = useText();
  const level = responseLook(scenario.peakLevel);
  return (
    <li>
      <button
        type="button"
        className={`scenario-card tone-${level.tone}`}
        aria-pressed={isChosen}
        title={scenario.facts.map(name).join('\n')}
        onClick={onChoose}
        data-testid={`scenario-${scenario.id}`}
      >
        <ScenarioPicture id={scenario.id} />
        <b>{name(scenario)}</b>
        <small>
          {formatInstant(scenario.startLocal, language)} ·{' '}
          {t('scenario.lasts', { time: formatDuration(scenario.durationMinutes * 60, language) })}
        </small>
        <span className="scenario-marks">
          {scenario.peakLevel > 0 && (
            <span className="chip">
              {t('scenario.peak', {
                level: t('header.responseLevel', {
                  roman: level.roman,
                  colour: t(`colour.${COLOURS[scenario.peakLevel]}`),
                }),
              })}
            </span>
          )}
          {isRunning && <span className="chip tone-green">{t('scenario.running')}</span>}
        </span>
      </button>
    </li>
  );
}

function StartForm({ scenario }: { scenario: ScenarioSummary | null }): JSX.Element {
  const { t, name } = useText();
  const refusal = useDeedRefusal('start', null);
  const speed = useRun((run) => run.status?.pace?.speed ?? 20);
  const density = useRun((run) => run.info?.density ?? 1);
  const running = useRun((run) => run.info?.policy ?? 'nearest');
  const [chosen, setPolicy] = useState<Policy | null>(null);
  const policy = chosen ?? POLICIES.find((one) => one === running) ?? 'nearest';
  const [seed, setSeed] = useState('7');
  const [step, setStep] = useState<'choosing' | 'confirming' | 'starting'>('choosing');
  const seedNumber = Number(seed);
  const isSeed = Number.isInteger(seedNumber) && seedNumber >= SMALLEST_SEED && seedNumber <= LARGEST_SEED;

  async function start(wanted: ScenarioSummary): Promise<void> {
    setStep('starting');
    const answer = await command({ kind: 'start', scenario: wanted.id, seed: seedNumber, density, speed, policy });
    if (answer.ok) setUi({ dialog: 'none' });
    else setStep('choosing');
  }

  return (
    <footer className="scenario-start">
      <p>
        {refusal !== null
          ? name(refusal)
          : scenario !== null && `${name(scenario)}${step === 'confirming' ? ` — ${t('scenario.warning')}` : ''}`}
      </p>
      <label title={t(`policy.${policy}Hint`)}>
        {t('policy.label')}
        <select
          value={policy}
          onChange={(event) => setPolicy(POLICIES.find((one) => one === event.target.value) ?? 'nearest')}
          disabled={refusal !== null}
          data-testid="policy"
        >
          {POLICIES.map((one) => (
            <option key={one} value={one}>
              {t(`policy.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('scenario.seed')}
        <input
          type="number"
          min={SMALLEST_SEED}
          max={LARGEST_SEED}
          value={seed}
          onChange={(event) => setSeed(event.target.value)}
          disabled={refusal !== null}
          aria-invalid={!isSeed}
        />
      </label>
      {step === 'confirming' && scenario !== null ? (
        <button
          type="button"
          className="button is-primary"
          onClick={() => void start(scenario)}
          data-testid="confirm-start"
        >
          {t('scenario.confirm')}
        </button>
      ) : (
        <button
          type="button"
          className="button is-primary"
          disabled={refusal !== null || scenario === null || !isSeed || step === 'starting'}
          title={refusal === null ? undefined : name(refusal)}
          onClick={() => setStep('confirming')}
          data-testid="start-scenario"
        >
          {t(step === 'starting' ? 'scenario.starting' : 'scenario.start')}
        </button>
      )}
    </footer>
  );
}
