import { defineConfig } from 'drizzle-kit';
import { dialect } from './src/lib/server/columns.ts';

// The schema is one; DATABASE_URL chooses which of the two folders is written (see drizzle/generate.ts).
export default defineConfig({
  dialect: dialect === 'sqlite' ? 'sqlite' : 'postgresql',
  schema: './src/features/*/server/*tables.ts',
  out: process.env.DRIZZLE_OUT ?? `./drizzle/${dialect}`,
  breakpoints: true
});
