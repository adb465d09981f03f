#!/usr/bin/env node
// Plain JavaScript, so that a Node too old to read TypeScript still reads the sentence that says so. The command itself
// is in server/command.ts: this folder is a package of its own, and the names `#lib` and `#features` end at its door.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `palabre needs Node 22.18 or newer and this is ${process.version}; run it as "npx palabre", which brings its own.`
  );
  process.exit(1);
}
const { main } = await import('../command.ts');
process.exit(await main(process.argv.slice(2)));
