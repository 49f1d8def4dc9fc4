// One of a few: a row of buttons of which one is pressed.
import type { JSX } from 'react';

interface ChoiceProps<T extends string> {
  /** Names the group for assistive technology. */
  label: string;
  options: readonly T[];
  chosen: T;
  word: (option: T) => string;
  onChoose: (option: T) => void;
  testId?: (option: T) => string;
}

export function Choice<T extends string>({
  label,
  options,
  chosen,
  word,
  onChoose,
  testId,
}: ChoiceProps<T>): JSX.Element {
  return (
    <fieldset className="board-choice">
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <button
          key={option}
          type="button"
          className="button"
          aria-pressed={option === chosen}
          onClick={() => onChoose(option)}
          data-testid={testId?.(option)}
        >
          {word(option)}
        </button>
      ))}
    </fieldset>
  );
}
