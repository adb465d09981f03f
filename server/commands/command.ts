import type { ParseArgsConfig } from 'node:util';

export interface Call {
  words: string[];
  options: Record<string, string | undefined>;
  /** A path that someone typed, from where they stand. */
  file(path: string): string;
}

export interface Command {
  name: string;
  /** What follows the name, e.g. `FILE --forum SLUG`. */
  usage: string;
  /** One line for the list of commands. */
  summary: string;
  /** The rest of what one must know. */
  details: string;
  takes: { least: number; most: number };
  options?: ParseArgsConfig['options'];
  /** Options without which it cannot run. */
  needs?: string[];
  /** The exit code, when not 0. What it throws becomes one sentence and 1. */
  run(call: Call): Promise<number | void>;
}

/** A command that cannot do what was asked: its message is the one sentence that the operator reads. */
export class Stopped extends Error {}
