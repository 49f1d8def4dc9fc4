// Who lives behind an alarm: a made-up record for the neighbourhood committee alone. Everybody else knows the building, not the door.
import type { Area, Position } from '@onescreen/shared/geography';
import { areaAt, areas } from '@onescreen/shared/geography';
import type { ResidentRecord } from '@onescreen/shared/protocol';
import type { Random } from '@onescreen/shared/random';
import { createRandom } from '@onescreen/shared/random';
import { rounded } from './positions.ts';

/** Ages of the people concerned: elders who live alone, shop keepers, people in care or isolation at home. */
const AGES: Readonly<Record<string, readonly [youngest: number, oldest: number]>> = {
  ZR01: [65, 95],
  ZR02: [24, 62],
  ZR03: [6, 84],
};
/** A shop has a street number; a home lies in a lane. */
const IN_A_SHOP = 'ZR02';

/** The commonest family and given names: any likeness is chance. */
const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁沈任姚卢钱陆金',
];
const GIVEN_NAMES =
  '秀英 桂英 玉兰 秀珍 凤英 建国 建华 国强 志明 德明 文英 丽华 淑珍 美华 金凤 永福 宝根 阿妹 伟 敏 静 丽 强 磊 洋 艳 勇 军 杰 娟 涛 明 超 霞 平 刚 芳 秀兰 海燕 晓东 志强 建平 玲 婷 浩 宇 佳怡 子轩 梓涵 雨欣'.split(
    ' ',
  );

/**
 * The mobile prefix 154 has never been given to an operator, so nobody can have such a number; and unlike prefixes that begin with 10, 11
 * or 12 no part of it is a service or emergency number.
 */
const PHONE_PREFIX = '15400';

/** Four decimals are about ten metres: a building, not a door. */
const BUILDING = 1e4;

/** Whether signals of this type come with a record. */
export const hasResident = (type: string): boolean => AGES[type] !== undefined;

/** The corner of the ten-metre square that stands for a building: the nearest one that lies in its street. */
export function buildingAt([lon, lat]: Position, area: number): Position {
  const [west, south] = [Math.floor(lon * BUILDING), Math.floor(lat * BUILDING)];
  const nearest = [Math.round(lon * BUILDING), Math.round(lat * BUILDING)] as const;
  const corners = [nearest, [west, south], [west + 1, south], [west, south + 1], [west + 1, south + 1]] as const;
  const places = corners.map(([x, y]) => rounded([x / BUILDING, y / BUILDING]));
  return places.find((place) => areaAt(place) === area) ?? places[0]!;
}

/** The person concerned. `source`: id of the hazard or false alarm; the same one has the same person. Throws RangeError for a type without records. */
export function residentOf(seed: number, source: string, type: string, area: number): ResidentRecord {
  const ages = AGES[type];
  if (ages === undefined) throw new RangeError(`case type ${type} concerns no single person`);
  const random = createRandom(seed, `resident/${source}`);
  const [youngest, oldest] = ages;
  return {
    name: random.pick(SURNAMES) + random.pick(GIVEN_NAMES),
    age: youngest + random.whole(oldest - youngest + 1),
    phone: PHONE_PREFIX + String(random.whole(1_000_000)).padStart(6, '0'),
    address: addressIn(areas[area]!, type === IN_A_SHOP, random),
  };
}

/** Road names go by the street they are in: made up, as the numbers are. */
function roadOf(street: Area): { zh: string; en: string } {
  const { zh, en } = street.type === 'special' ? areas[street.parent]! : street;
  const short = zh.replace(/(街道|新区|[区镇乡])$/, '');
  const name = short.length > 1 ? short : zh;
  const english = en.replace(/ (Subdistrict|Town|Township)$/, '');
  return {
    zh: name.endsWith('路') ? name : `${name}路`,
    en: english.endsWith(' Road') ? english : `${english} Road`,
  };
}

function addressIn(street: Area, isShop: boolean, random: Random): ResidentRecord['address'] {
  const district = areas[street.parent]!;
  const road = roadOf(street);
  const lane = 1 + random.whole(1200);
  const house = 1 + random.whole(isShop ? 900 : 60);
  const floor = 1 + random.whole(isShop ? 1 : 6);
  const room = `${floor}0${1 + random.whole(6)}`;
  if (isShop) {
    return {
      zh: `${district.zh}${road.zh}${house}号${room}室`,
      en: `Room ${room}, ${house} ${road.en}, ${district.en}`,
    };
  }
  return {
    zh: `${district.zh}${road.zh}${lane}弄${house}号${room}室`,
    en: `Room ${room}, No. ${house}, Lane ${lane}, ${road.en}, ${district.en}`,
  };
}
