import { limits } from './floor.ts';

/** Seconds left of a turn at a moment of the server's clock; negative when over time. Rounded up: 3:00 shows for a whole second. */
export const secondsLeft = (floor: { startedAt: string; limitSeconds: number }, serverNow: number): number =>
  Math.ceil((Date.parse(floor.startedAt) + floor.limitSeconds * 1000 - serverNow) / 1000);

export type ClockStage = 'running' | 'warning' | 'over';
export const stageOf = (left: number): ClockStage =>
  left < 0 ? 'over' : left <= limits.warnSeconds ? 'warning' : 'running';

/** 102 is `1:42`; over time counts up, with a plus: -5 is `+0:05`. */
export function clockText(left: number): string {
  const all = Math.abs(left);
  return `${left < 0 ? '+' : ''}${Math.floor(all / 60)}:${String(all % 60).padStart(2, '0')}`;
}
