// A small drawing for each scenario. A user's own scenario gets the skyline.
import type { JSX } from 'react';

const SKYLINE =
  'M4 74V50h10v24M18 74V40h8v34M30 74V30l5-8 5 8v44M46 74V46h10v28M60 74V18l4-10 4 10v56M74 74V36h10v38M90 74V52h12v22M108 74V42h8v32M0 74h128';

const DRAWINGS: Readonly<Record<string, readonly string[]>> = {
  typhoon: [
    'M64 40a6 6 0 1 1-6-6M64 40c0 12-14 18-24 12M58 34c0-14 16-22 30-14M40 52c-12-8-14-26 0-36M88 20c14 10 14 32-2 42',
    'M0 66c10-6 18-6 28 0s18 6 28 0 18-6 28 0 18 6 28 0 12-5 16-5',
  ],
  cloudburst: [
    'M34 38a14 14 0 0 1 4-27 20 20 0 0 1 38-2 15 15 0 0 1 16 29z',
    'M40 44l-6 14M56 44l-6 14M72 44l-6 14M88 44l-6 14',
    'M8 70c10-5 16-5 26 0s16 5 26 0 16-5 26 0 16 5 26 0',
  ],
  'bund-crowd': [
    'M84 74V30l6-16 6 16v44M104 74V40h10v34M0 74h128',
    'M12 62a5 5 0 1 1 .1 0M8 74c0-8 8-8 8 0M30 58a5 5 0 1 1 .1 0M25 74c0-12 10-12 10 0M48 62a5 5 0 1 1 .1 0M43 74c0-9 10-9 10 0M66 58a5 5 0 1 1 .1 0M61 74c0-12 10-12 10 0',
    'M30 22l0-10M24 24l-8-6M36 24l8-6M30 28v2',
  ],
  'metro-line2': [
    'M20 18h70a16 16 0 0 1 16 16v26H20zM20 42h86M34 18v24M56 18v24M78 18v24M30 52h6M88 52h6',
    'M8 70h112M104 8l10 0M109 3v10',
  ],
  heatwave: [
    'M64 50a18 18 0 1 1 .1 0M64 2v8M40 10l5 6M88 10l-5 6M30 32h8M90 32h8',
    'M6 74l20-18 14 10 18-20 16 14 20-22 14 12 14-8',
  ],
  'gas-dig': [
    'M8 66h112M30 66V50h34v16M40 50V36h16v14M56 40l28-22 14 22-6 10-10-6',
    'M20 74h90M92 58c6-8-4-10 2-18M102 60c6-8-4-10 2-18',
  ],
  'jinshan-chem': [
    'M10 74V34h16v40M34 74V22h12v52M54 74a14 14 0 0 1 28 0M88 74V44h26v30M0 74h128',
    'M40 18c-6-6 4-8-2-16M64 44c-8-10 6-12 0-24 12 8 14 16 8 24',
  ],
  ciie: [
    'M64 40a8 8 0 1 1 .1 0M64 32c-4-22-20-26-30-14 4 14 16 18 30 14M64 32c4-22 20-26 30-14-4 14-16 18-30 14M64 40c-22-2-30 12-22 24 14 0 22-10 22-24M64 40c22-2 30 12 22 24-14 0-22-10-22-24',
  ],
  epidemic: [
    'M64 20a20 20 0 1 1-.1 0M64 20V8M64 72V60M44 40H32M96 40H84M50 26l-9-9M78 54l9 9M78 26l9-9M50 54l-9 9',
    'M58 36h12M64 30v12',
  ],
  'fog-bridge': [
    'M4 56h120M28 56V16M100 56V16M28 16C44 50 84 50 100 16M28 16L4 46M100 16l24 30M44 56V38M64 56V44M84 56V38',
    'M10 64h40M60 64h58M22 70h60M92 70h20M4 30h14M110 26h14',
  ],
  'xujing-day': [
    'M12 26l36-12 6 16-36 12zM48 20l10-2 3 8-9 3M30 40v18h-14M16 50v16',
    'M70 32h44v36H70zM78 60l10-14 8 8 6-6 8 12M70 32l-6-6M114 32l6-6',
  ],
};

export function ScenarioPicture({ id }: { id: string }): JSX.Element {
  return (
    <svg className="scenario-picture" viewBox="0 0 128 80" aria-hidden="true">
      {(DRAWINGS[id] ?? [SKYLINE, 'M100 16a8 8 0 1 1 .1 0']).map((path, at) => (
        <path key={path} d={path} className={at === 0 ? 'is-main' : 'is-detail'} />
      ))}
    </svg>
  );
}
