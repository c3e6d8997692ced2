import type { RejectReason } from '../../../../shared/knowledge-run.ts';

/** Why something that a model wrote in a night was not taken. */
export interface NightRefusal {
  readonly reason:
    | RejectReason
    /** Nothing that a client wrote says so. */
    | 'no_evidence'
    /** It holds what stands in the place of a name or a number. */
    | 'stand_in'
    /** One client alone, or a suspicious message, speaks for a change of what works already. */
    | 'one_client'
    | 'injection'
    /** It names an insight that is not there, or that is not a night's to change. */
    | 'no_insight'
    /** A phrase that search would not find its message by, or that plain messages would find the insight by. */
    | 'finds_nothing'
    | 'finds_plain';
  readonly detail: string;
}

export interface NightReject extends NightRefusal {
  readonly step: string;
  readonly raw: string;
}
