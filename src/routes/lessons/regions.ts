import { regions } from '#lib/vocab/codes.ts';
import { countriesOf, others, regionOf } from '#lib/vocab/countries.ts';

/** The countries to choose from, by region as it is today; who is in none comes last. */
export const countriesByRegion = (): { region: string; countries: string[] }[] => {
  const beside = others.map(({ alpha2 }) => alpha2);
  return [
    ...regions.map((region) => ({
      region,
      countries: [...countriesOf(region), ...beside.filter((code) => regionOf(code) === region)]
    })),
    { region: '', countries: beside.filter((code) => regionOf(code) === null) }
  ].filter(({ countries }) => countries.length > 0);
};
