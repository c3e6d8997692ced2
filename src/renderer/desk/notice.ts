import type { ErrorCode } from '../../shared/fault.ts';

/** What was done and can be taken back for a while. */
type Undoable =
  | 'conversation_ended'
  | 'conversation_idle'
  | 'fact_removed'
  | 'jiwa_cleared'
  | 'marked_wrong'
  | 'question_off';

/** The same, of several at once. */
type UndoableBulk = 'review_approved' | 'review_rejected';

/** What worked and is worth a word. */
type Done = 'copied' | 'client_forgotten' | 'index_rebuilt' | 'model_ready' | 'review_undone' | 'review_kept';

/** What comes without having been asked for, and is worth a look. */
type Warning = 'soon' | 'spent';

/** Something to tell the person at the screen for a moment. */
export type Notice =
  | { readonly kind: 'error'; readonly code: ErrorCode; readonly message: string }
  | { readonly kind: 'undo'; readonly what: Undoable; readonly undo: () => void }
  | {
      readonly kind: 'undo';
      readonly what: UndoableBulk;
      readonly count: number;
      readonly undo: () => void;
    }
  /** A night came to its end; its report can be read. */
  | { readonly kind: 'night'; readonly what: 'ready'; readonly open: () => void }
  /** Of the budget for offline work. */
  | { readonly kind: 'budget'; readonly what: Warning }
  | { readonly kind: 'done'; readonly what: Done };

export type Tell = (notice: Notice) => void;
