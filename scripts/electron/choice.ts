/** Which Electron runs the app, and what the app's process needs in its environment for it. */
export interface Runtime {
  readonly kind: 'override' | 'pinned' | 'fallback';
  readonly executable: string;
  readonly env: Readonly<Record<string, string>>;
}

export type Fetched =
  | { readonly ok: true; readonly executable: string }
  | { readonly ok: false; readonly reason: string };

export interface ElectronSources {
  /** The executable in ELECTRON_OVERRIDE_DIST_PATH, where that is set. */
  readonly override: string | undefined;
  /** The pinned Electron's version, for messages. */
  readonly pinnedVersion: string;
  /** The pinned Electron's executable, where it is installed. */
  findPinned(): string | undefined;
  fetchPinned(): Promise<Fetched>;
  /** Why the last fetch failed, as long as that is not worth trying again. */
  recallFailure(): string | undefined;
  rememberFailure(reason: string): void;
  /** Absent where no fallback exists for this system. */
  readonly fallback:
    | { readonly version: string; prepare(): Promise<{ executable: string; sqliteBinding: string }> }
    | undefined;
}

/**
 * The order of choice: the override, the pinned Electron (fetched where needed), and only where that fails and the
 * system has one, the fallback. `say` gets one line when the fallback is used.
 * @throws where no Electron can be had, with the reason in words.
 */
export async function chooseElectron(
  sources: ElectronSources,
  options: { readonly retry: boolean; readonly say: (line: string) => void },
): Promise<Runtime> {
  if (sources.override !== undefined) return { kind: 'override', executable: sources.override, env: {} };
  const installed = sources.findPinned();
  if (installed !== undefined) return { kind: 'pinned', executable: installed, env: {} };

  const { fallback, pinnedVersion } = sources;
  // Without a fallback nothing else can help, so the fetch is tried at every start.
  const known = options.retry || fallback === undefined ? undefined : sources.recallFailure();
  const fetched: Fetched = known === undefined ? await sources.fetchPinned() : { ok: false, reason: known };
  if (fetched.ok) return { kind: 'pinned', executable: fetched.executable, env: {} };
  if (fallback === undefined) {
    throw new Error(
      `Electron ${pinnedVersion} could not be fetched (${fetched.reason}). ` +
        'Connect to the internet, or set ELECTRON_MIRROR or ELECTRON_OVERRIDE_DIST_PATH, and start again.',
    );
  }
  if (known === undefined) sources.rememberFailure(fetched.reason);
  options.say(
    `Electron ${pinnedVersion} could not be fetched (${fetched.reason}); using the development runtime ` +
      `Electron ${fallback.version} instead. JIWA_RETRY_ELECTRON=1 tries again.`,
  );
  const { executable, sqliteBinding } = await fallback.prepare();
  return { kind: 'fallback', executable, env: { JIWA_SQLITE_BINDING: sqliteBinding } };
}
