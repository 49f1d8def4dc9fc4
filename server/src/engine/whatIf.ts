// What a person changes of the run itself: who is sent from now on, and what comes into the world that its scenario does not have.
import type { Refusal } from '@onescreen/shared/cases';
import { deskRefusal } from '@onescreen/shared/cases';
import { indicatorById } from '@onescreen/shared/catalogue';
import { seriesOf } from '@onescreen/shared/city';
import { areaByCode } from '@onescreen/shared/geography';
import type { Inject } from '@onescreen/shared/protocol';
import type { Plan } from './casePlans.ts';
import type { Desk } from './desk.ts';
import { policyByName, policyNames } from './policies.ts';

/** The dispatch policy from now on. Orders that are out stay as they are. */
export function changePolicy(desk: Desk, name: string): Plan {
  if (!policyNames.includes(name)) return { refusal: deskRefusal('no-such-policy') };
  if (name === desk.state.policy) return { refusal: deskRefusal('policy-in-force') };
  return {
    carryOut() {
      desk.state.policy = name;
      desk.policy = policyByName(name);
    },
  };
}

/** Index of the area in which it would be felt: the permissions go by that. */
export function areaOfInject(desk: Desk, what: Inject): number | Refusal {
  if (what.kind !== 'unit-lost') return areaByCode(what.area).index;
  return desk.fleet.unit(what.unit)?.area ?? deskRefusal('no-such-unit');
}

/** The world hears of it with the next ack; what comes of it, the city says itself. */
export function inject(desk: Desk, what: Inject): Plan {
  const refusal = refuseInject(desk, what);
  if (refusal !== null) return { refusal };
  return {
    carryOut() {
      desk.state.injectsMade += 1;
      desk.orders.push({ kind: 'inject', id: `I${desk.state.injectsMade}`, what });
    },
  };
}

function refuseInject(desk: Desk, what: Inject): Refusal | null {
  if (what.kind === 'unit-lost')
    return desk.state.cases.units[what.unit]?.status === 'away' ? deskRefusal('unit-lost-already') : null;
  if (what.kind === 'burst') return null;
  const isMeasured = seriesOf(indicatorById(what.indicator).index, areaByCode(what.area).index) >= 0;
  return isMeasured ? null : deskRefusal('not-measured-there');
}
