// A button that lets one choose a recording on this machine: the keyboard's way to what a pointer drops.
import type { JSX } from 'react';
import { useRef } from 'react';

interface FileButtonProps {
  word: string;
  hint: string;
  disabled?: boolean;
  onFile: (file: File) => void;
  testId: string;
}

export function FileButton({ word, hint, disabled = false, onFile, testId }: FileButtonProps): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className="button"
        title={hint}
        disabled={disabled}
        onClick={() => input.current?.click()}
        data-testid={testId}
      >
        {word}
      </button>
      <input
        ref={input}
        type="file"
        accept=".onescreen"
        hidden
        aria-label={word}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same file may be chosen again.
          target.value = '';
          if (file !== undefined) onFile(file);
        }}
        data-testid={`${testId}-file`}
      />
    </>
  );
}
