// The ground of the organisation's own under the map, where the server has one: its areas and lines below ours, names and everything else stay as they are.
import { addProtocol, type LayerSpecification, type Map as LibreMap, type SourceSpecification } from 'maplibre-gl';
import type { Palette } from './style/palette.ts';

interface Told {
  kind: 'pmtiles' | 'style';
  url: string;
}
/** What to put below, and whom to name for it. */
export interface Ground {
  sources: Record<string, SourceSpecification>;
  layers(palette: Palette): LayerSpecification[];
  /** Its colours are its own, not those of the look: a veil keeps it behind what the screen has to say. */
  isForeign: boolean;
  attribution: string;
}

/** Areas let this much of their colour through, so that the ground is seen. */
export const GROUND_FILL_SHARE = 0.45;
const ID = 'basemap';

/** Sources of vector tiles carry layers by these names, or nearly; drawn from the first to the last. */
const MEANINGS: readonly { named: RegExp; type: 'fill' | 'line'; colour(palette: Palette): string; opacity: number }[] =
  [
    {
      named: /park|green|wood|forest|landcover/i,
      type: 'fill',
      colour: (palette) => palette.town.blocks.park,
      opacity: 0.8,
    },
    { named: /water|ocean|river/i, type: 'fill', colour: (palette) => palette.water.deep, opacity: 0.8 },
    { named: /build/i, type: 'fill', colour: (palette) => palette.town.low, opacity: 0.7 },
    { named: /road|transport|street|highway|rail/i, type: 'line', colour: (palette) => palette.road, opacity: 0.55 },
    { named: /bound/i, type: 'line', colour: (palette) => palette.street, opacity: 0.4 },
  ];

async function told(base: string): Promise<Told | null> {
  const answer = await fetch(new URL('onescreen.json', base)).catch(() => null);
  const body = answer?.ok ? ((await answer.json().catch(() => null)) as { basemap?: Told | null } | null) : null;
  return body?.basemap ?? null;
}

async function groundOfFile(url: string): Promise<Ground> {
  const { PMTiles, Protocol, TileType } = await import('pmtiles');
  const file = new PMTiles(url);
  const protocol = new Protocol();
  protocol.add(file);
  addProtocol('pmtiles', protocol.tile);
  const [header, metadata] = await Promise.all([file.getHeader(), file.getMetadata()]);
  const about = (metadata ?? {}) as { attribution?: string; vector_layers?: { id: string }[] };
  const attribution = about.attribution ?? '';
  const isVector = header.tileType === TileType.Mvt;
  const names = (about.vector_layers ?? []).map(({ id }) => id);
  return {
    sources: {
      [ID]: isVector
        ? { type: 'vector', url: `pmtiles://${url}` }
        : { type: 'raster', url: `pmtiles://${url}`, tileSize: 256 },
    },
    attribution,
    isForeign: !isVector,
    layers: (palette) =>
      isVector
        ? MEANINGS.flatMap(({ named, type, colour, opacity }) =>
            names.filter((name) => named.test(name)).map((name) => layerOf(type, name, colour(palette), opacity)),
          )
        : [{ id: ID, type: 'raster', source: ID }],
  };
}

const layerOf = (type: 'fill' | 'line', name: string, colour: string, opacity: number): LayerSpecification =>
  type === 'fill'
    ? {
        id: `${ID}-${name}-fill`,
        type,
        source: ID,
        'source-layer': name,
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: { 'fill-color': colour, 'fill-opacity': opacity },
      }
    : {
        id: `${ID}-${name}`,
        type,
        source: ID,
        'source-layer': name,
        paint: { 'line-color': colour, 'line-opacity': opacity },
      };

async function groundOfStyle(url: string): Promise<Ground> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  const style = (await answer.json()) as {
    sources?: Record<string, SourceSpecification & { attribution?: string }>;
    layers?: LayerSpecification[];
  };
  const named = (source: string): string => `${ID}-${source}`;
  const sources = Object.entries(style.sources ?? {});
  // Its names and pictures would need its own glyphs and sprites: the names on this map are ours, in both languages.
  const below = (style.layers ?? []).filter(
    (layer) =>
      layer.type !== 'symbol' && layer.type !== 'fill-extrusion' && !JSON.stringify(layer).includes('-pattern"'),
  );
  return {
    sources: Object.fromEntries(sources.map(([id, source]) => [named(id), source])),
    attribution: [...new Set(sources.flatMap(([, { attribution }]) => attribution ?? []))].join(' · '),
    isForeign: true,
    layers: () =>
      below.map((layer) => ({
        ...layer,
        id: named(layer.id),
        ...('source' in layer && typeof layer.source === 'string' ? { source: named(layer.source) } : {}),
      })) as LayerSpecification[],
  };
}

/** The ground that the server names; null where it names none. Rejects when it cannot be read. */
export async function groundOf(base: string): Promise<Ground | null> {
  const named = await told(base);
  if (named === null) return null;
  const url = new URL(named.url, base).href;
  return named.kind === 'pmtiles' ? groundOfFile(url) : groundOfStyle(url);
}

/** Puts the ground below everything of ours; again after each change of the style. */
export function layGround(map: LibreMap, ground: Ground, palette: Palette): void {
  for (const [id, source] of Object.entries(ground.sources))
    if (map.getSource(id) === undefined) map.addSource(id, source);
  const veil: LayerSpecification = {
    id: `${ID}-veil`,
    type: 'background',
    paint: { 'background-color': palette.ground, 'background-opacity': palette.veil },
  };
  for (const layer of [...ground.layers(palette), ...(ground.isForeign ? [veil] : [])])
    if (map.getLayer(layer.id) === undefined) map.addLayer(layer, 'district-fill');
}
