import { z } from 'zod';
import { SECOND } from '../../../../shared/time.ts';
import { unlessAborted } from '../../../abort.ts';
import { ModelError } from './fault.ts';

/** A hub and a model on it. */
export interface HubPlace {
  /** Address of the hub, or of a mirror that speaks its protocol. */
  readonly hub: string;
  /** `owner/name`. */
  readonly model: string;
}

/** A file of a model, and what its content must come to. */
export interface HubFile {
  readonly path: string;
  readonly size: number;
  /** SHA-256 of large files; of small ones git's SHA-1, which is over `blob <size>\0` and the content. */
  readonly check: { readonly algorithm: 'sha256' | 'git-sha1'; readonly hex: string };
}

export interface HubListing {
  /** The commit: files of one listing belong together. */
  readonly revision: string;
  readonly files: readonly HubFile[];
  /** Bytes of all files. */
  readonly total: number;
}

/** The files that embedding needs: the tokenizer and the network with weights of one byte each. */
const modelFiles = [
  'config.json',
  'tokenizer.json',
  'tokenizer_config.json',
  'onnx/model_quantized.onnx',
] as const;

/** Longest wait for a list; files have a limit of silence instead. */
const listingMs = 20 * SECOND;

const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`));
const revisionSchema = z.object({ sha: hex(40) });
const treeSchema = z.array(
  z.object({
    type: z.string(),
    path: z.string(),
    oid: z.string(),
    size: z.number().int().nonnegative(),
    lfs: z.object({ oid: hex(64), size: z.number().int().nonnegative() }).nullish(),
  }),
);

/** What a hub has of a model now. Rejects with ModelError, and with the signal's reason when it aborts. */
export async function listModel(
  place: HubPlace,
  signal: AbortSignal,
  waitMs = listingMs,
): Promise<HubListing> {
  const api = `${baseOf(place.hub)}/api/models/${place.model}`;
  const { sha } = await askJson(place, `${api}/revision/main`, revisionSchema, signal, waitMs);
  const tree = await askJson(place, `${api}/tree/${sha}?recursive=true`, treeSchema, signal, waitMs);
  const files = modelFiles.map((path): HubFile => {
    const entry = tree.find((one) => one.type === 'file' && one.path === path);
    if (!entry) throw new ModelError('not_found', `${nameOf(place)} has no ${path}. Choose another model.`);
    if (entry.lfs) return { path, size: entry.lfs.size, check: { algorithm: 'sha256', hex: entry.lfs.oid } };
    return { path, size: entry.size, check: { algorithm: 'git-sha1', hex: entry.oid } };
  });
  return { revision: sha, files, total: files.reduce((sum, { size }) => sum + size, 0) };
}

/** Where a file of a listing is fetched. */
export function fileUrl({ hub, model }: HubPlace, revision: string, path: string): string {
  return `${baseOf(hub)}/${model}/resolve/${revision}/${path}`;
}

/** What an answer without a file means. */
export function refusal(place: HubPlace, status: number): ModelError {
  // A hub answers 401 for a model that does not exist, so as not to tell which private ones do.
  if (status === 401 || status === 404)
    return new ModelError('not_found', `${nameOf(place)} is not there (HTTP ${status}). Check its name.`);
  return new ModelError('refused', `${hostOf(place.hub)} refused with HTTP ${status}. Try again later.`);
}

/** A request that failed before there was an answer. */
export function unreachable({ hub }: HubPlace, error: unknown): ModelError {
  const { cause, name } = error as Error & { cause?: { code?: unknown } };
  const why = typeof cause?.code === 'string' ? cause.code : name;
  const message = `${hostOf(hub)} cannot be reached (${why}). Check the network, then go on; what was fetched is kept.`;
  return new ModelError('no_network', message, { cause: error });
}

async function askJson<S extends z.ZodType>(
  place: HubPlace,
  url: string,
  schema: S,
  signal: AbortSignal,
  waitMs: number,
): Promise<z.output<S>> {
  const limit = new AbortController();
  const give = () => limit.abort();
  signal.addEventListener('abort', give, { once: true });
  const timer = setTimeout(give, waitMs);
  try {
    signal.throwIfAborted();
    const response = await unlessAborted(fetch(url, { signal: limit.signal }), limit.signal);
    const body = await unlessAborted(response.text(), limit.signal);
    if (!response.ok) throw refusal(place, response.status);
    const parsed = schema.safeParse(parseJson(body));
    if (parsed.success) return parsed.data;
    throw new ModelError('refused', `${hostOf(place.hub)} does not answer as a hub does. Check its address.`);
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof ModelError ? error : unreachable(place, error);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', give);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const baseOf = (hub: string) => hub.replace(/\/+$/, '');
const nameOf = ({ hub, model }: HubPlace) => `The model ${model} on ${hostOf(hub)}`;

/** The address without what may be a name and password in it. */
function hostOf(hub: string): string {
  try {
    return new URL(hub).host;
  } catch {
    return 'The hub';
  }
}
