import { expect, test } from 'vitest';
import { SaveLine } from './save-line.ts';

const at = new Date(0);

function opened(): SaveLine {
  const line = new SaveLine();
  line.connected();
  line.sent(true);
  line.stored(1, at);
  return line;
}

test('an author sees "saved" only once the server has said that every edit is stored', () => {
  const line = opened();
  expect(line.state).toBe('saved');
  line.edited();
  line.sent(false);
  line.edited();
  line.sent(false);
  expect(line.state).toBe('saving');
  line.stored(2, at);
  expect(line.state).toBe('saving');
  line.stored(3, at);
  expect(line.state).toBe('saved');
});

test('an author who types offline reads that it is on this device only, also after the line is back, until it is stored', () => {
  const line = opened();
  line.lost();
  expect(line.state).toBe('offline');
  line.edited();
  expect(line.state).toBe('device');
  line.connected();
  expect(line.state).toBe('saving');
  // An update typed while the line comes up is stored, but what was typed before it has not left yet.
  line.sent(false);
  line.stored(1, at);
  expect(line.state).toBe('saving');
  line.sent(true);
  line.stored(2, at);
  expect(line.state).toBe('saved');
});

test('an author whose edits were refused reads that they are not saved, and may try again', () => {
  const line = opened();
  line.edited();
  line.sent(false);
  line.lost('access-ended');
  expect(line.state).toBe('refused');
  line.connected();
  expect(line.state).toBe('saving');
});

test('a page that never reached the server does not claim that anything is saved', () => {
  const line = new SaveLine();
  expect(line.state).toBe('opening');
  line.lost();
  expect(line.state).toBe('opening');
});
