import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listen } from './listen';

/** What a browser gives, as far as it is used. */
class Source extends EventTarget {
  static made: Source[] = [];
  readyState = 0;
  close = vi.fn();
  constructor(readonly url: string) {
    super();
    Source.made.push(this);
  }
  say(event: string, readyState = this.readyState) {
    this.readyState = readyState;
    this.dispatchEvent(new Event(event));
  }
  static get last() {
    return Source.made.at(-1) as Source;
  }
}

const heard = { onCase: vi.fn(), onConnected: vi.fn() };

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Source);
  Source.made = [];
  vi.clearAllMocks();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a change is heard of; nothing else is asked for', () => {
  listen('/events', heard);
  Source.last.say('open', 1);
  expect(heard.onCase).not.toHaveBeenCalled();
  Source.last.say('case');
  expect(heard.onCase).toHaveBeenCalledTimes(1);
});

test('an interruption is told when it lasts; afterwards everything is fetched again', () => {
  listen('/events', heard);
  Source.last.say('error', 0);
  vi.advanceTimersByTime(4999);
  expect(heard.onConnected).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(heard.onConnected).toHaveBeenLastCalledWith(false);
  Source.last.say('open', 1);
  expect(heard.onConnected).toHaveBeenLastCalledWith(true);
  expect(heard.onCase).toHaveBeenCalledTimes(1);
});

test('one that lasts a moment is not told, and everything is fetched all the same', () => {
  listen('/events', heard);
  Source.last.say('error', 0);
  Source.last.say('open', 1);
  vi.advanceTimersByTime(60_000);
  expect(heard.onConnected).not.toHaveBeenCalledWith(false);
  expect(heard.onCase).toHaveBeenCalledTimes(1);
});

test('where the browser has given up, it is tried again until it is left', () => {
  const leave = listen('/events', heard);
  Source.last.say('error', 2);
  vi.advanceTimersByTime(5000);
  expect(Source.made).toHaveLength(2);
  Source.last.say('error', 2);
  leave();
  vi.advanceTimersByTime(60_000);
  expect(Source.made).toHaveLength(2);
  expect(Source.last.close).toHaveBeenCalled();
});
