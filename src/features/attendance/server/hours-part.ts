import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { sessionRegistrations } from '#features/registration/server/tables.ts';
import { nightShare, type Hours } from '#features/sessions/hours.ts';
import type { RoomPart } from '#features/sessions/server/list-parts.ts';
import type { Tx } from '#lib/server/db.ts';
import { hasSeveralZones, zoneOf } from '#lib/vocab/country-zones.ts';
import { localOf } from '#lib/zone.ts';
import { hoursKey } from '../hours.ts';

/** The hour at each participant's place. Only before the session: then it can still be moved. */
export const hoursPart: RoomPart<null, never, Hours[]> = {
  key: hoursKey,
  async own(from, session) {
    if (session.openedAt) return [];
    const countries = new Set([...session.countries, ...(await readCountries(from, session.id))]);
    return [...countries]
      .flatMap((country) => {
        const zone = zoneOf(country);
        return zone ? [{ country, zone }] : [];
      })
      .map(({ country, zone }) => ({
        country,
        zone,
        several: hasSeveralZones(country),
        night: nightShare(session.startsAt, session.endsAt, zone),
        local: localOf(session.startsAt, zone)
      }))
      .sort((a, b) => (a.local === b.local ? (a.country < b.country ? -1 : 1) : a.local < b.local ? -1 : 1))
      .map(({ country, zone, several, night }) => ({ country, zone, several, night }));
  }
};

/** The countries of those who registered. */
async function readCountries(from: Tx, sessionId: string): Promise<string[]> {
  const rows = await from
    .selectDistinct({ country: sessionRegistrations.country })
    .from(sessionRegistrations)
    .where(
      and(
        eq(sessionRegistrations.sessionId, sessionId),
        isNull(sessionRegistrations.withdrawnAt),
        isNotNull(sessionRegistrations.country)
      )
    );
  return rows.map(({ country }) => country!);
}
