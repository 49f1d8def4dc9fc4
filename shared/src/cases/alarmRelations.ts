// Which alarms may come of one another: rain, then water on the road, then jams, then calls.
import { indicatorById } from '../catalogue/index.ts';
import { HOUR } from '../time.ts';

/** An alarm of the same chain that was raised this recently, even if it has cleared, is still a forerunner. */
export const CHAIN_WINDOW_TICKS: number = HOUR;

/** Causal chains between indicators, after the couplings of the brief (§2.2(10)). An indicator may stand in several. */
const chains: readonly (readonly string[])[] = [
  // Rain and wind: water on roads, falling things, closed bridges, jams, calls.
  `
  rain-1h rain-24h gust warning-level waterlogged-points waterlog-depth drain-pump-running level-inner-river
  tide-huangpu-park tide-wusong level-mishidu seawall-hazards tree-falls facade-hazards manhole-alarms
  bridge-restrictions ferry-suspended flight-cancellations flight-delay-rate flights train-suspensions
  gate-closed road-closures tti-expressway tti-surface speed-expressway traffic-accidents vehicle-breakdowns
  taxi-wait people-evacuated shelters-open power-outage-customers hotline-calls hotline-connect-rate
  bus-punctuality metro-station-saturation police-calls
  `,
  // Heat: load, reserve, outages, air.
  `
  air-temperature power-load power-reserve power-outage-customers water-supply-volume water-pressure ozone-8h
  ems-calls hotline-calls hotline-connect-rate
  `,
  // Fog: flights, bridges, ferries, roads.
  `
  visibility flights flight-delay-rate flight-cancellations bridge-restrictions ferry-suspended gate-closed
  road-closures traffic-accidents speed-expressway yangshan-queue container-throughput
  `,
  // Metro: delays, full stations, people on the street looking for another way.
  `
  metro-delays-5min metro-headway-deviation metro-punctuality metro-station-saturation metro-section-load
  metro-ridership metro-passenger-injuries bus-ridership bus-punctuality taxi-orders taxi-wait
  shared-bike-rides bike-pileups tti-surface hotline-calls hotline-connect-rate
  `,
  // Crowds.
  `
  crowd-bund crowd-hotspots crowd-necc expo-visitors metro-station-saturation metro-section-load
  mobile-data-volume base-station-online police-calls metro-passenger-injuries
  `,
  // Illness: clinics, ambulances, beds, stocks.
  `
  ili-rate notifiable-cases fever-clinic outpatient-visits er-visits ems-calls ems-dispatches ems-response
  bed-occupancy drug-gaps blood-stock school-attendance hotline-calls hotline-connect-rate
  `,
  // Dangerous goods and gas.
  `
  hazchem-gas-lel hazchem-source-alarms hazmat-truck-deviation gas-leak-alarms gas-pressure-ok fire-calls
  fire-iot-alarms work-accidents emission-over people-evacuated road-closures police-calls
  `,
].map((ids) => ids.trim().split(/\s+/));

/** Indicators that stand in a chain with the given one. Those in none are related to the others of their primary. */
const related = new Map<string, ReadonlySet<string>>();
for (const chain of chains) {
  for (const id of chain) related.set(indicatorById(id).id, new Set([...(related.get(id) ?? []), ...chain]));
}

/** Whether an alarm of one indicator may be of the same matter as one of the other. */
export function areRelated(indicator: string, other: string): boolean {
  const known = related.get(indicator);
  if (known !== undefined) return known.has(other);
  return indicatorById(indicator).primary === indicatorById(other).primary;
}
