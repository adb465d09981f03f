import { peopleTexts } from './texts/people.ts';

/** The same for everyone in the demo world, and printed at start: it protects nothing and must never leave the demo. */
export const demoPassword = 'palaver-tree-demo';

/** The fixed sign-ins, with what each is good for. */
export const demoSignIns: { email: string; password: string; who: string }[] = [
  'admin',
  'secretariat',
  'ministry.sn',
  'ministry.mw',
  'nurses',
  'expert',
  'observer'
].map((key) => {
  const { name, title } = peopleTexts.find((person) => person.key === key)!;
  return {
    email: `${key}@demo.palabre.example`,
    password: demoPassword,
    who: `${name}, ${title}${key === 'expert' ? ' (personal capacity)' : ''}`
  };
});
