import { z } from 'zod';
import {
  endpointKinds,
  endpointVariables,
  type EndpointKind,
  type EndpointReport,
  type EndpointVariable,
} from '../../shared/endpoint.ts';
import type { Settings } from '../../shared/settings.ts';
import type { Endpoint, TestManner } from './endpoint.ts';
import { adviceFor, LlamaFault } from './fault.ts';
import { openaiEndpoint } from './openai.ts';
import { runpodEndpoint } from './runpod.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What decides where LLaMA runs. */
export interface LlamaWorld {
  readonly settings: () => Settings['llama'];
  /** `JIWA_LLAMA_KIND`, `JIWA_LLAMA_URL` and `JIWA_LLAMA_MODEL` stand before the settings. */
  readonly env: Environment;
  /** Asked for each request; null where there is none. */
  readonly key: () => string | null;
}

export interface Llama {
  /** The endpoint as it is set now. Throws LlamaFault `not_set` where there is none, or the environment names none that can be. */
  endpoint(): Endpoint;
  /** The same with what its requests are kept under and how many it takes at a time; null where none is set. */
  inUse(): { readonly id: string; readonly endpoint: Endpoint; readonly atOnce: number } | null;
  /** What answers there, or in words what is wrong. */
  test(how?: TestManner): Promise<EndpointReport>;
  /** The variables that stand before the settings now. */
  variables(): EndpointVariable[];
  /** Leaves what is being tested. */
  close(): void;
}

/** Gives the endpoint that settings and environment name; the same one while they stay. */
export function openLlama(world: LlamaWorld): Llama {
  const closing = new AbortController();
  let made: { readonly from: string; readonly endpoint: Endpoint } | null = null;
  const endpointAt = (place: Place): Endpoint => {
    const from = JSON.stringify(place);
    if (made?.from !== from) made = { from, endpoint: open(place, world.key) };
    return made.endpoint;
  };
  const endpoint = () => endpointAt(placeFrom(world.settings(), world.env));
  return {
    endpoint,
    inUse: () => {
      const place = placeOrNone(world);
      // Without the model: what was submitted for another one is collected as well.
      return (
        place && {
          id: `${place.kind}:${place.baseUrl}`,
          endpoint: endpointAt(place),
          atOnce: place.concurrency,
        }
      );
    },
    variables: () => endpointVariables.filter((name) => isSet(world.env[name])),
    close: () => closing.abort(),
    test: async (how) => {
      try {
        return await endpoint().test(closing.signal, how);
      } catch (error) {
        if (!(error instanceof LlamaFault)) throw error;
        return { ok: false, kind: world.settings().kind, fault: error.code, message: error.message };
      }
    },
  };
}

interface Place {
  readonly kind: EndpointKind;
  readonly baseUrl: string;
  readonly model: string;
  readonly concurrency: number;
}

function open({ kind, baseUrl, model, concurrency }: Place, key: () => string | null): Endpoint {
  return kind === 'runpod'
    ? runpodEndpoint({ baseUrl, model, key })
    : openaiEndpoint({ baseUrl, model, key, concurrency });
}

function placeOrNone({ settings, env }: LlamaWorld): Place | null {
  try {
    return placeFrom(settings(), env);
  } catch (error) {
    if (error instanceof LlamaFault) return null;
    throw error;
  }
}

function placeFrom(settings: Settings['llama'], env: Environment): Place {
  const named = env['JIWA_LLAMA_KIND']?.trim();
  const kind = isSet(named) ? endpointKinds.find((one) => one === named) : settings.kind;
  if (kind === undefined)
    throw new LlamaFault('not_set', `JIWA_LLAMA_KIND must be one of: ${endpointKinds.join(', ')}.`);
  const own = kind === 'runpod' ? settings.endpoint : settings.url;
  const address = (isSet(env['JIWA_LLAMA_URL']) ? env['JIWA_LLAMA_URL'] : own).trim();
  if (address === '') throw new LlamaFault('not_set', `No endpoint for LLaMA is set. ${adviceFor.not_set}`);
  return {
    kind,
    baseUrl: kind === 'runpod' ? runpodAddress(address) : serverAddress(address),
    model: (isSet(env['JIWA_LLAMA_MODEL']) ? env['JIWA_LLAMA_MODEL'] : settings.model).trim(),
    concurrency: settings.concurrency,
  };
}

/** The address of an endpoint named by its id, or by any address of it that can be copied at RunPod. */
function runpodAddress(named: string): string {
  if (/^[\w-]+$/.test(named)) return `https://api.runpod.ai/v2/${named}`;
  return cleanUrl(named).replace(/\/(run|runsync|health|openai(\/v1)?)$/, '');
}

/** With `/v1` where nothing follows the host, and without what is called below it. */
function serverAddress(named: string): string {
  const url = cleanUrl(named).replace(/\/(chat\/completions|models)$/, '');
  return new URL(url).pathname === '/' ? `${url.replace(/\/$/, '')}/v1` : url;
}

function cleanUrl(named: string): string {
  const parsed = z.url({ protocol: /^https?$/ }).safeParse(named);
  if (!parsed.success)
    throw new LlamaFault(
      'not_set',
      'The address of the endpoint is not one: it begins with http:// or https://.',
    );
  const url = new URL(parsed.data);
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value.trim() !== '';
}
