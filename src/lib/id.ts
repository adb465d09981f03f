import { v7, validate } from 'uuid';

/** A new UUIDv7: sortable by the millisecond it was made in, so that keys grow at one end of every index. */
export const newId = (): string => v7();

export const isId = (value: string): boolean => validate(value);
