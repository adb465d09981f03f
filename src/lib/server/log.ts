import pino from 'pino';
import { settings } from './env.ts';
import { remember } from './remember.ts';

/** Structured logs. They carry ids and codes, never what people wrote, never a cookie, token, password or address. */
export const log = new Proxy({} as pino.Logger, {
  get: (_, name) =>
    Reflect.get(
      remember('log', () =>
        pino({
          level: settings().logLevel,
          base: undefined,
          redact: {
            paths: [
              '*.password',
              '*.token',
              '*.cookie',
              '*.email',
              '*.body',
              'password',
              'token',
              'cookie',
              'email',
              'body'
            ],
            remove: true
          }
        })
      ),
      name
    )
});
