/** Bounded load over loopback: `seconds` of GETs on `connections` kept-open connections. */
import http from 'node:http';
import { readFileSync } from 'node:fs';

export interface Load {
  perSecond: number;
  /** CPU of the server process per request, in milliseconds (user + system). */
  cpuMs: number;
  bytes: number;
}

const ticksPerSecond = 100;

/** CPU seconds that a process has used, from /proc (fields 14 and 15 of stat, in clock ticks). */
export function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

/** Resident memory of a process in MiB. */
export function residentMiB(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}

export async function load(
  url: string,
  pid: number,
  { seconds = 5, connections = 8, headers = {} as Record<string, string> } = {}
): Promise<Load> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  let requests = 0;
  let bytes = 0;
  const get = () =>
    new Promise<void>((done, failed) => {
      http
        .get(url, { agent, headers: { 'accept-encoding': 'br', ...headers } }, (response) => {
          if (response.statusCode !== 200) return failed(new Error(`${url} answered ${response.statusCode}`));
          let size = 0;
          response.on('data', (chunk: Buffer) => (size += chunk.length));
          response.on('end', () => {
            requests += 1;
            bytes = size;
            done();
          });
        })
        .on('error', failed);
    });
  for (let warm = 0; warm < 50; warm++) await get();
  requests = 0;
  const [cpuBefore, before] = [cpuSeconds(pid), performance.now()];
  const until = before + seconds * 1000;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) await get();
    })
  );
  const elapsed = (performance.now() - before) / 1000;
  const cpu = cpuSeconds(pid) - cpuBefore;
  agent.destroy();
  return { perSecond: requests / elapsed, cpuMs: (cpu * 1000) / requests, bytes };
}

export function percentile(values: number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((p / 100) * sorted.length) - 1)] ?? NaN;
}
