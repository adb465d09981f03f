/**
 * One value per process, made on first use. Hot reload evaluates a module again; what holds state
 * (database, hub, shared documents) must not be made again with it, so it lives on globalThis.
 */
export function remember<T>(name: string, make: () => T): T {
  const store = ((globalThis as Record<string, unknown>).__palabre ??= new Map()) as Map<string, unknown>;
  if (!store.has(name)) store.set(name, make());
  return store.get(name) as T;
}
