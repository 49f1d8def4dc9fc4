// For which stretch of the run: three usual ones, or from–to by the simulated clock, where an empty end follows the present.
import type { JSX } from 'react';
import { formatDate, formatMinute } from '../i18n/format.ts';
import { useText } from '../i18n/text.ts';
import { Choice } from './Choice.tsx';
import type { Span } from './span.ts';
import { fieldOf, SPAN_CHOICES } from './span.ts';
import type { ChosenSpan } from './useSpan.ts';

export function SpanPicker({ chosen }: { chosen: ChosenSpan }): JSX.Element {
  const { choice, custom, span, epochMs, onChoice, onCustom } = chosen;
  const { t } = useText();
  return (
    <div className="span-picker">
      <Choice
        label={t('kpi.span')}
        options={SPAN_CHOICES}
        chosen={choice}
        word={(one) => t(`kpi.spans.${one}`)}
        onChoose={onChoice}
        testId={(one) => `span-${one}`}
      />
      {choice === 'custom' ? (
        <CustomFields custom={custom} epochMs={epochMs} isBad={span === null} onCustom={onCustom} />
      ) : (
        span !== null && <SpanWords span={span} epochMs={epochMs} />
      )}
    </div>
  );
}

function CustomFields({
  custom,
  epochMs,
  isBad,
  onCustom,
}: Pick<ChosenSpan, 'custom' | 'epochMs' | 'onCustom'> & { isBad: boolean }): JSX.Element {
  const { t } = useText();
  const earliest = fieldOf(epochMs, 0);
  return (
    <span className="span-fields">
      <label>
        {t('kpi.from')}{' '}
        <input
          type="datetime-local"
          value={custom.from}
          min={earliest}
          aria-invalid={isBad}
          onChange={({ target }) => onCustom({ ...custom, from: target.value })}
          data-testid="span-from"
        />
      </label>
      <label>
        {t('kpi.to')}{' '}
        <input
          type="datetime-local"
          value={custom.to}
          min={earliest}
          title={t('kpi.toLive')}
          aria-invalid={isBad}
          onChange={({ target }) => onCustom({ ...custom, to: target.value })}
          data-testid="span-to"
        />
      </label>
      <small>{t('kpi.toLive')}</small>
    </span>
  );
}

/** From when to when, in the reader's words; the day is said once. */
function SpanWords({ span, epochMs }: { span: Span; epochMs: number }): JSX.Element {
  const { t, language } = useText();
  const say = (tick: number, withDay: boolean): string =>
    `${withDay ? `${formatDate(epochMs, tick, language)} ` : ''}${formatMinute(epochMs, tick)}`;
  const first = Math.max(0, span.fromTick);
  const isOneDay = formatDate(epochMs, first, language) === formatDate(epochMs, span.toTick, language);
  return (
    <span className="span-words">
      {t('kpi.spanWords', { from: say(first, true), to: say(span.toTick, !isOneDay) })}
    </span>
  );
}
